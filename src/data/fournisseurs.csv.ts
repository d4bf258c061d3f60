import {suppliersCsvOf} from "../../loaders/exports/suppliers-csv.js";

await Deno.stdout.write(new TextEncoder().encode(suppliersCsvOf("data/build")));
