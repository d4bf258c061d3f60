import {lastRegister} from "./register.js";
import {archivesPage} from "./archives-page.js";

console.log(archivesPage(lastRegister()));
