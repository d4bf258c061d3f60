import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {readMapping} from "../../../loaders/sources/mapping.js";
import {compact} from "./compact.js";
import {errorOf, readFiles} from "./read-bytes.js";
import {zipOf} from "./zip-of.js";

const folder = fileURLToPath(new URL("../../fixtures/tabular/", import.meta.url));
const cases = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

describe("a flat table is read into the producer’s words", () => {
  it.each(cases)("%s", async (name) => {
    const {inputs, rows, refused} = await readFiles({[name]: readFileSync(folder + name)});
    const [{dataset, format, dialects, records_read, rows_staged, rows_refused} = {} as never] = inputs;
    expect(records_read).toBe(rows_staged + rows_refused);
    expect([rows.length, refused.length]).toEqual([rows_staged, rows_refused]);
    const seen = {
      dataset,
      format,
      dialects,
      rows: compact(rows),
      refused: refused.map(({record_number, rule, message}) => ({record_number, rule, message}))
    };
    await expect(JSON.stringify(seen, null, 2) + "\n").toMatchFileSnapshot(`${folder}${name}.expected.json`);
  });
});

const csv = (...lines: string[]): string => lines.join("\n") + "\n";
const known = csv("id;objet;montant;titulaire_nom", "A;Un;1;X");

describe("a flat table", () => {
  it("is read through gzip and out of an archive", async () => {
    const {rows} = await readFiles({
      "a.csv.gz": gzipSync(known),
      "b.zip": await zipOf({"b.csv": known + "B;Deux;2;Y\n"})
    });
    expect(rows.map(({id}) => id)).toEqual(["A", "A", "B"]);
  });

  it("is read from the Unicode text of a spreadsheet", async () => {
    const text = "\uFEFFObjet\tMontant\tFournisseur\nPavés\t1,5\tCœur\n";
    const {inputs, rows} = await readFiles({"a.txt": Buffer.from(text, "utf16le")});
    expect(inputs).toMatchObject([{format: "csv (utf-16le)"}]);
    expect(rows).toMatchObject([{object: "Pavés", holders: [{name: "Cœur"}]}]);
  });

  it("that is damaged leaves no row behind when the run goes on without it", async () => {
    const files = {"a.csv": known + 'B;"Deux;2;Y\n', "b.csv": known};
    const {inputs, rows} = await readFiles(files, {keepGoing: true});
    expect(inputs.map(({failed}) => failed === null)).toEqual([false, true]);
    expect(rows).toHaveLength(1);
  });

  it("with no line is a table of no contract", async () => {
    const {inputs} = await readFiles({"a.csv": "id;objet;montant;titulaire_nom\n"});
    expect(inputs).toMatchObject([{dataset: "decp-tabular", records_read: 0, ignored: null}]);
  });

  it("that ends inside of quotes is damaged, and says on which line", async () => {
    const message = await errorOf(readFiles({"a.csv": known + 'B;"Deux;2;Y\n'}));
    expect(message).toContain(
      "a.csv : fichier abîmé : attendu un tableau entier, trouvé des guillemets jamais refermés"
    );
  });

  it("with a line beyond the limit is damaged, and the limit is named", async () => {
    const message = await errorOf(readFiles({"a.csv": known + `B;${"x".repeat(5_000_000)};2;Y\n`}));
    expect(message).toContain("attendu des lignes de 4 millions de caractères au plus");
  });

  it("whose headings alone are beyond the limit is no table", async () => {
    const message = await errorOf(readFiles({"a.csv": "id;objet;".repeat(20_000)}));
    expect(message).toContain("texte de format inconnu");
  });

  it("cut off in its compression is damaged", async () => {
    const whole = gzipSync(
      csv("id;objet;montant;titulaire_nom", ...Array.from({length: 5000}, (_, i) => `${i};o${i * 7919};${i};t`))
    );
    const message = await errorOf(readFiles({"a.csv.gz": whole.subarray(0, whole.length - 2000)}));
    expect(message).toContain("attendu un fichier compressé entier");
  });

  it("of numbers keeps the leading zero of a SIRET only where the zeros were lost", async () => {
    const row = {id: "1", montant: 5, objet: "o", acheteur_id: 1000000000018, titulaire_id: "1000000000018"};
    const {rows} = await readFiles({"a.json": JSON.stringify([row])});
    expect(rows).toMatchObject([{buyer_id: "01000000000018", holders: [{id: "1000000000018"}]}]);
  });
});

const unknown = csv("Réf;Libellé;Prix;SIRET", "R1;Un;10,50;00000000000026");
const mapping = readMapping('{"Réf": "id", "libelle": "objet", "Prix": "Montant", "SIRET": "titulaire_id"}', "m.json");

describe("a table of unknown headings", () => {
  it("given directly is an error that lists its columns, the known fields and how to say what they mean", async () => {
    const message = await errorOf(readFiles({"a.csv": unknown}));
    expect(message).toContain(
      "tableau CSV dont l’en-tête n’est pas connu (colonnes : Réf, Libellé, Prix, SIRET ; reconnues : aucune"
    );
    expect(message).toContain("ajoutez --mapping correspondance.json. Champs possibles : id, uid, acheteur_id");
  });

  it("in a folder is left aside", async () => {
    const {inputs} = await readFiles({"d/a.csv": unknown, "d/b.csv": known}, {given: ["d"]});
    expect(inputs.map(({ignored}) => ignored === null)).toEqual([false, true]);
  });

  it("is read with a mapping, whatever the case and accents of its headings", async () => {
    const {rows} = await readFiles({"a.csv": unknown}, {mapping});
    expect(rows).toMatchObject([{id: "R1", object: "Un", amount: "10,50", holders: [{id: "00000000000026"}]}]);
  });

  it("is read with a mapping beside known tables, which stay as they are", async () => {
    const {rows} = await readFiles({"d/a.csv": unknown, "d/b.csv": known}, {given: ["d"], mapping});
    expect(rows.map(({id}) => id)).toEqual(["R1", "A"]);
  });

  it("lets a mapping take the place of a heading that means the same", async () => {
    const table = csv("id;objet;montant;Montant réel;titulaire_nom", "A;Un;1;2;X");
    const {rows} = await readFiles({"a.csv": table}, {mapping: {"Montant réel": "montant"}});
    expect(rows).toMatchObject([{amount: "2"}]);
  });

  it("stops the run when no table has the columns that the mapping names, and names those that there are", async () => {
    const message = await errorOf(readFiles({"a.csv": known}, {mapping: {Tarif: "montant"}}));
    expect(message).toContain("« Tarif » manque. Colonnes du dernier tableau lu : id, objet, montant, titulaire_nom.");
  });
});

describe("a mapping file", () => {
  it.each([
    ["is JSON", "{", "attendu du JSON"],
    ["is an object of at least one column", "[]", "attendu un objet JSON d’au moins une colonne"],
    [
      "names known fields",
      '{"Prix": "prix"}',
      "attendu un champ connu pour « Prix », trouvé « prix ». Champs possibles : id, uid"
    ],
    ["gives each field one column", '{"P1": "montant", "P2": "MONTANT"}', "trouvé « P1 » et « P2 » pour montant"]
  ])("%s", (_, text, problem) => {
    expect(() => readMapping(text, "m.json")).toThrow(problem);
  });
});
