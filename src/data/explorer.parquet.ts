import {printFile} from "../../loaders/site/print-file.js";

await printFile("data/build/marts/explorer.parquet");
