import {generateSample} from "./generate.js";

/** Records made at a time; memory does not grow with their total. */
const batch = 5000;

/** Ends every object, so that a record is as long as the real ones (1.3 kB). */
const padding = " ; ce texte ne fait qu’allonger l’objet fictif jusqu’à la longueur habituelle";

/**
 * Text of a large DECP v2 file, in pieces, for measurements of speed. It has the faults of the sample.
 *
 * @param contracts At least 200; the last batch holds what remains, so that the total is exact.
 */
export function* generateLarge(contracts: number, seed = 1): Generator<string> {
  let separator = "";
  yield `{"marches":{"marche":[\n`;
  for (let done = 0, chunk = 0; done < contracts; chunk++) {
    const left = contracts - done;
    const size = left < batch + 200 ? left : batch;
    const {marche} = generateSample({
      seed: seed + chunk,
      contracts: size,
      firstYear: 2019,
      lastYear: 2025,
      idPrefix: `X${chunk.toString(36).padStart(3, "0")}`
    });
    for (const record of marche) record.objet += padding;
    yield separator + marche.map((record) => JSON.stringify(record)).join(",\n");
    separator = ",\n";
    done += size;
  }
  yield "\n]}}\n";
}
