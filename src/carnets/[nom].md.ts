import {parseArgs} from "node:util";
import {makePages} from "./make-pages.js";

const {nom = ""} = parseArgs({options: {nom: {type: "string"}}}).values;
console.log((await makePages([nom])).get(nom));
