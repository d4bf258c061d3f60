import {lastRows} from "../methode/last-build.js";
import {overviewPage} from "./overview-page.js";

const [award, links] = [lastRows("award"), lastRows("award_supplier")];
console.log(overviewPage(award && links && {award, award_supplier: links}));
