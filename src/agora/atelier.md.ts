import indicators from "../indicators/index.js";
import {lastRows} from "../methode/last-build.js";
import {atelierPage} from "./atelier-page.js";

const colleges = lastRows("college", ["college_id", "n", "name"]) ?? [];
const inOrder = colleges.toSorted((a, b) => a.n - b.n).map(({college_id, name}) => ({id: college_id, name}));
console.log(atelierPage(indicators, inOrder));
