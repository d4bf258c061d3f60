import {lastRows} from "../methode/last-build.js";
import {diversityPage} from "./diversity-page.js";

console.log(diversityPage(lastRows("award_supplier")));
