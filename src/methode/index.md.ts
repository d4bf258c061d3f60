import sources from "../catalogue/index.js";
import rules from "../catalogue/rules/index.js";
import indicators from "../indicators/index.js";
import {indexPage} from "./index-page.js";
import {lastReport} from "./last-build.js";

console.log(indexPage({indicators, rules, sources, report: lastReport()}));
