import {parseArgs} from "node:util";
import {methodPage} from "./method-page.js";

const {id = ""} = parseArgs({options: {id: {type: "string"}}}).values;
console.log(methodPage(id));
