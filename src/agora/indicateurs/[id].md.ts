import {parseArgs} from "node:util";
import {passportOf} from "./passport.js";

const {id = ""} = parseArgs({options: {id: {type: "string"}}}).values;
console.log(passportOf(id));
