import {lastReport, lastRows} from "../methode/last-build.js";
import {verdictPage} from "./verdict-page.js";

const report = lastReport();
console.log(verdictPage(lastRows("emission") ?? [], Number(report?.generated_at.slice(0, 4) ?? 0)));
