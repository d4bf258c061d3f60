import {lastRows} from "../methode/last-build.js";
import {competitionPage} from "./competition-page.js";

console.log(competitionPage(lastRows("award")));
