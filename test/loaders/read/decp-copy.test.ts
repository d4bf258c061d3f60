import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {JsonSplitter} from "../../../loaders/read/splitter.js";
import {DecpCopier} from "../../../loaders/sources/decp-copy.js";
import sources from "../../../loaders/sources/index.js";
import {generateSample} from "../../../loaders/sample/generate.js";

const fixtures = fileURLToPath(new URL("../../fixtures/decp/", import.meta.url));
const source = sources.json("");
const encoder = new TextEncoder();

/** What the copier makes of a record, beside what parsing makes of it; null when the copier leaves it. */
function both(text: string): {copied: unknown; parsed: unknown} | null {
  const copy = new DecpCopier().copy(encoder.encode(text));
  if (copy === null) return null;
  const parsed = JSON.stringify(source.recordsIn(JSON.parse(text)).map(source.read));
  return {copied: `[{${new TextDecoder().decode(copy.text)}]`, parsed};
}

function recordsOf(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  const splitter = new JsonSplitter(source.paths, (record) => texts.push(new TextDecoder().decode(record)));
  splitter.push(bytes);
  return texts;
}

/** A value where a schema wants another. */
const oddValue = fc.oneof(
  fc.json({maxDepth: 3}).map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>(null, "", " ", "NC", -0, 1e21, 1e-7, 0.5, [], {}, [null], [["a"]], {titulaire: []}, [
    {id: null}
  ])
);

describe("a record copied from its bytes gives the row that parsing it gives", () => {
  const names = readdirSync(fixtures).filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"));
  it.each(names)("in %s", (name) => {
    const bytes = new Uint8Array(readFileSync(`${fixtures}${name}`));
    const pairs = (/utf-16|bom|latin|1252/.test(name) ? [] : recordsOf(bytes))
      .map(both)
      .filter((pair) => pair !== null);
    expect(pairs.map(({copied}) => copied)).toEqual(pairs.map(({parsed}) => parsed));
  });

  const {marche} = generateSample({seed: 3, contracts: 250, firstYear: 2023, lastYear: 2024, idPrefix: "C"});

  it("for nearly all sound records of the sample", () => {
    const pairs = marche.map((record) => both(JSON.stringify(record))).filter((pair) => pair !== null);
    expect(pairs.length).toBeGreaterThan(0.9 * marche.length);
    expect(pairs.map(({copied}) => copied)).toEqual(pairs.map(({parsed}) => parsed));
  });

  it("whatever a field holds, wherever it stands and however the text is spaced", () => {
    const keys = Object.keys(marche[0] as object).concat("modifications", "_type", "uid", "idAccordCadre", "inconnu");
    fc.assert(
      fc.property(
        fc.nat(marche.length - 1),
        fc.array(fc.tuple(fc.constantFrom(...keys), oddValue), {maxLength: 3}),
        fc.boolean(),
        fc.constantFrom(0, 1, "\t"),
        (at, changes, isReversed, space) => {
          const record = {...(marche[at] as object), ...Object.fromEntries(changes)};
          const entries = Object.entries(record);
          const text = JSON.stringify(Object.fromEntries(isReversed ? entries.toReversed() : entries), null, space);
          const pair = both(text);
          if (pair) expect(pair.copied).toBe(pair.parsed);
        }
      ),
      {numRuns: 1000}
    );
  });

  it("or leaves what is no plain JSON: keys twice, escapes, long numbers, text after the end", () => {
    const [start, end] = [`{"id":"1","codeCPV":"12345678","ccag":"a"`, "}"];
    expect(both(start + end)).not.toBeNull();
    for (const piece of [`,"id":"2"`, `,"objet":"\\u0041"`, `,"montant":1e3`, `,"montant":1234567890123456`, `,"x":1`])
      expect(both(start + piece + end)).toBeNull();
    expect(new DecpCopier().copy(encoder.encode(start + end + "{}"))).toBeNull();
    expect(new DecpCopier().copy(encoder.encode(start))).toBeNull();
  });
});
