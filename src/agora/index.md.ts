import {lastRegister} from "./register.js";
import {agoraPage} from "./index-page.js";

console.log(agoraPage(lastRegister()));
