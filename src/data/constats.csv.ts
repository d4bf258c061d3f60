import {writeFindings} from "../../loaders/exports/findings-csv.js";

await writeFindings("data/build", Deno.stdout.writable);
