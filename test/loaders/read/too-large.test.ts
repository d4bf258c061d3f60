import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {encodingOf} from "../../../loaders/read/encoding.js";
import {readCsvTable} from "../../../loaders/read/csv-table.js";
import {readJson} from "../../../loaders/read/json.js";
import {damaged} from "../../../loaders/read/problems.js";
import {recognise} from "../../../loaders/read/recognise.js";
import type {Reading, RecordSink} from "../../../loaders/read/records.js";
import {readXml} from "../../../loaders/read/xml.js";
import sources from "../../../loaders/sources/index.js";
import {errorOf, readFiles} from "./read-bytes.js";
import {zipOf} from "./zip-of.js";

const mega = 1024 * 1024;
const sink: RecordSink = {row: () => {}, rowText: () => {}, refused: () => {}, rewind: () => {}};

/** Two gigabytes that begin with `start` and go on with x, on one line; `pulled` tells how many were asked for. */
function lineOf(start: string): {open: () => AsyncGenerator<Uint8Array>; head: Uint8Array; pulled: () => number} {
  let pulled = 0;
  async function* open(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(start);
    const chunk = new Uint8Array(mega).fill(0x78);
    for (let i = 0; i < 2048; i++) {
      pulled += chunk.length;
      yield chunk;
    }
  }
  return {open, head: Buffer.from(start), pulled: () => pulled};
}

const endless: [string, string, RegExp, (line: ReturnType<typeof lineOf>) => Promise<Reading>][] = [
  [
    "JSON",
    '{"marches": [{"id": "A1", "objet": "',
    /un seul enregistrement de plus de 64 Mo vers l’octet \d+/,
    ({open, head}) => readJson(sources.json(head.toString()), open, encodingOf(head), sink)
  ],
  [
    "XML, in a text",
    "<marches><marche><id>A1</id><objet>",
    /un seul enregistrement, ou un seul texte, de plus de 64 millions de caractères \(ligne 1/,
    ({open, head}) => readXml(sources.xml, open, head, sink)
  ],
  [
    "XML, in a tag",
    '<marches><marche id="',
    /de plus de 64 millions de caractères/,
    ({open, head}) => readXml(sources.xml, open, head, sink)
  ],
  [
    "CSV",
    "id;objet;montant;titulaire_nom\nA1;",
    /des lignes de 4 millions de caractères au plus/,
    ({open, head}) => {
      const recognised = recognise(head);
      if (recognised.kind !== "table") throw new Error(`expected a table, got ${recognised.kind}.`);
      return readCsvTable(recognised.reader, recognised.header, open, "utf-8", sink);
    }
  ]
];

describe("a line of two gigabytes", () => {
  it.each(endless)("of %s is damage that names the limit, and no more is read of it", async (_, start, limit, read) => {
    const line = lineOf(start);
    const {damage} = await read(line);
    expect(damaged("a", damage as Error).message).toMatch(limit);
    expect(line.pulled()).toBeLessThan(80 * mega);
  });

  it("of JSON outside of any record is passed over", async () => {
    async function* open(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"commentaire": "');
      const chunk = new Uint8Array(mega).fill(0x78);
      for (let i = 0; i < 70; i++) yield chunk;
      yield Buffer.from('", "marches": [{"id": "A1", "objet": "x", "montant": 1, "acheteur": {"id": "1"}}]}');
    }
    const reading = await readJson(sources.json('{"commentaire"'), open, "utf-8", sink);
    expect(reading).toMatchObject({read: 1, accepted: 1, damage: null});
  });
});

describe("a decompression bomb is refused, with the limit", () => {
  const record = '{"id": "A1", "acheteur": {"id": "00000000000018"}, "codeCPV": "1", "montant": 1}';
  const blanks = Buffer.alloc(100 * mega, " ");
  const limit =
    "attendu un contenu d’au plus 200 fois la taille du fichier compressé, trouvé davantage : sans doute une bombe de décompression";
  const inflated = (start: string, end: string): Buffer =>
    Buffer.concat([Buffer.from(start), blanks, Buffer.from(end)]);

  it.each([
    ["JSON", inflated("[", `${record}]`)],
    ["a reference table", inflated("plan,domaine,indicateur,annee_cible,valeur_cible,sens\n", "\n")]
  ])("as gzip of %s", async (_, content) => {
    const message = await errorOf(readFiles({"a.gz": gzipSync(content)}));
    expect(message).toMatch(/^a\.gz : /);
    expect(message).toContain(limit);
    expect(message).toContain("N’utilisez pas ce fichier sans savoir d’où il vient");
  });

  it("as an archive, before anything is unpacked", async () => {
    expect(
      await errorOf(readFiles({"a.zip": zipOf({"a.json": inflated("[", `${record}]`)}, {isDeflated: true})}))
    ).toContain(`a.zip : ${limit}`);
  });

  it("inside of an archive, whose own bytes are honest", async () => {
    const bomb = gzipSync(inflated("[", `${record}]`));
    const message = await errorOf(readFiles({"a.zip": zipOf({"a.json.gz": bomb})}));
    expect(message).toContain(`a.zip/a.json.gz : ${limit}`);
  });

  it("alone, when the run may go on without it", async () => {
    const files = {"d/a.gz": gzipSync(inflated("[", `${record}]`)), "d/b.json": `[${record}]`};
    const {inputs, rows} = await readFiles(files, {given: ["d"], keepGoing: true});
    expect(inputs.map(({failed}) => failed)).toEqual([limit, null]);
    expect(rows).toHaveLength(1);
  });

  it("but not what is only well compressed", async () => {
    const {inputs} = await readFiles({"a.gz": gzipSync(`[${Array.from({length: 50_000}, () => record).join(",")}]`)});
    expect(inputs).toMatchObject([{records_read: 50_000, failed: null}]);
  });
});
