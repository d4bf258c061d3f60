import {findingsCsvOf} from "../../loaders/exports/findings-csv.js";

await ReadableStream.from(findingsCsvOf("data/build")).pipeThrough(new TextEncoderStream()).pipeTo(Deno.stdout.writable);
