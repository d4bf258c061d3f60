import {lastRegister} from "./register.js";
import {lifePage} from "./life-page.js";

console.log(lifePage(lastRegister()));
