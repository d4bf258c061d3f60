import {lastRows} from "../methode/last-build.js";
import {clausesPage} from "./clauses-page.js";

console.log(clausesPage(lastRows("award")));
