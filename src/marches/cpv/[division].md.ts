import {parseArgs} from "node:util";
import {divisionPage} from "./division-page.js";
import {lastDivisions} from "./last-divisions.js";

const {division: wanted = ""} = parseArgs({options: {division: {type: "string"}}}).values;
const found = lastDivisions().find(({division}) => division === wanted);
if (!found) throw new Error(`cpv : attendu une division des données lues, reçu « ${wanted} ». Corrigez le lien.`);
console.log(divisionPage(found));
