import {lastRegister} from "./register.js";
import {votesPage} from "./votes-page.js";

console.log(votesPage(lastRegister()));
