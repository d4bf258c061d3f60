import {printFile} from "../../loaders/site/print-file.js";

await printFile("data/build/report.json");
