import {gzipSync} from "node:zlib";
import {formatSample} from "./format.js";
import {embeddedSample, generateSample} from "./generate.js";
import {formatRegister, registerOf} from "./sirene.js";

/** Where the embedded sample lies, from the root of the repository. */
const folder = "data/sample";

if (import.meta.main) {
  const sample = generateSample(embeddedSample);
  const packed = gzipSync(formatSample(sample), {level: 9});
  // The header's system byte differs between machines; 255 means unknown. Its date is already zero.
  packed[9] = 255;
  await Deno.mkdir(folder, {recursive: true});
  await write("decp-exemple.json.gz", packed);
  await write("sirene-exemple.csv", new TextEncoder().encode(formatRegister(registerOf(sample, embeddedSample.seed))));
}

async function write(name: string, bytes: Uint8Array): Promise<void> {
  await Deno.writeFile(`${folder}/${name}`, bytes);
  console.log(`${folder}/${name} : ${bytes.length} octets`);
}
