import {lastRegister} from "./register.js";
import {agoraJournalPage} from "./journal-page.js";

console.log(agoraJournalPage(lastRegister()));
