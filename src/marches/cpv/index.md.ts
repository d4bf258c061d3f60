import {divisionsPage} from "./division-page.js";
import {lastDivisions} from "./last-divisions.js";

console.log(divisionsPage(lastDivisions()));
