import {gzipSync} from "node:zlib";
import {formatSample} from "./format.js";
import {embeddedSample, generateSample} from "./generate.js";

/** Where the embedded sample lies, from the root of the repository. */
const target = "data/sample/decp-exemple.json.gz";

if (import.meta.main) {
  const packed = gzipSync(formatSample(generateSample(embeddedSample)), {level: 9});
  // The header's system byte differs between machines; 255 means unknown. Its date is already zero.
  packed[9] = 255;
  await Deno.mkdir("data/sample", {recursive: true});
  await Deno.writeFile(target, packed);
  console.log(`${target} : ${packed.length} octets`);
}
