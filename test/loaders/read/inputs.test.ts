import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {errorOf, readFiles} from "./read-bytes.js";
import {zipOf} from "./zip-of.js";

const record = (n: number): object => ({id: `X${n}`, acheteur: {id: "00000000000018"}, codeCPV: "1", montant: n});
const decp = (...numbers: number[]): string => JSON.stringify({marches: numbers.map(record)});
const whatToDo = "Récupérez de nouveau ce fichier, ou ajoutez --keep-going pour construire sans lui";
const notRead: [string, string | Uint8Array, string][] = [
  ["an empty file", "", "fichier vide"],
  ["a file of blanks", " \n\n", "fichier vide"],
  ["an error page saved as JSON", "<!DOCTYPE html><html><body>404</body></html>", "page HTML"],
  ["an error page with an XML head", '<?xml version="1.0"?>\n<html></html>', "page HTML"],
  ["XML", '<?xml version="1.0"?><catalogue/>', "document XML"],
  [
    "a table of another kind",
    "a,b,c\n1,2,3\n",
    "tableau CSV dont l’en-tête n’est pas connu (colonnes : a, b, c ; reconnues : aucune"
  ],
  ["prose", "Bonjour.", "texte de format inconnu"],
  ["a part of the register without its year", "etapes:\n  - {etat: adopte}\n", "la première est « etapes »"],
  ["binary", new Uint8Array([1, 0, 0, 0, 2, 0, 255, 0]), "fichier binaire"],
  ["gzip inside of gzip", gzipSync(gzipSync(decp(1))), "fichier compressé deux fois"],
  ["a map", '{"type": "FeatureCollection", "features": [{"id": 1}]}', "clés « type, features »"],
  ["a manifest", '[{"file": "a.json", "bytes": 12}]', "une liste de 1 éléments d’une autre sorte"],
  ["an empty list", "[]", "une liste vide"],
  ["a map that was cut off", '{"type": "FeatureCollection", "features": [{"id": 1', "document abîmé"]
];

describe("a folder of this repository", () => {
  it("has no YAML or CSV file that is left aside in silence", async () => {
    const files = {"agora/2027/agora.yaml": "etapes:\n  - {etat: adopte}\n", "agora/notes.txt": "Bonjour."};
    expect(await errorOf(readFiles(files, {given: ["agora"], isOwn: true}))).toMatch(
      /^agora\/2027\/agora\.yaml : attendu .*la première est « etapes »\. Un fichier du registre commence par son année/
    );
    const {inputs} = await readFiles({"agora/notes.txt": "Bonjour."}, {given: ["agora"], isOwn: true});
    expect(inputs[0]?.ignored).toBe("texte de format inconnu");
  });
});

describe("a file is recognised by its content, never by its name", () => {
  it.each(notRead)("in a folder, %s is left aside with the reason, and the run goes on", async (_, content, reason) => {
    const {inputs} = await readFiles({"dossier/a.json": content, "dossier/b.txt": decp(1)}, {given: ["dossier"]});
    expect(inputs[0]?.ignored).toContain(reason);
    expect(inputs[0]).toMatchObject({
      path: "dossier/a.json",
      source_id: null,
      dataset: null,
      records_read: 0,
      failed: null
    });
    expect(inputs[1]).toMatchObject({path: "dossier/b.txt", dataset: "decp", rows_staged: 1, ignored: null});
  });

  it.each(notRead.slice(0, -1))("given directly, %s is an error that names it", async (_, content, reason) => {
    const message = await errorOf(readFiles({"a.json": content}));
    expect(message).toMatch(/^a\.json : attendu des DECP ou un autre format lu, trouvé : /);
    expect(message).toContain(reason);
  });

  it("reads gzip by its first bytes, whatever it is called", async () => {
    const {inputs} = await readFiles({"a.json": gzipSync(decp(1, 2)), "b.gz": decp(3)});
    expect(inputs.map(({format, records_read}) => [format, records_read])).toEqual([
      ["json.gz", 2],
      ["json", 1]
    ]);
  });

  it("recognises the reference tables by their header, a byte order mark and quotes notwithstanding", async () => {
    const {inputs} = await readFiles({
      "x.csv": "\ufeffedition,numero_edition,date_nuit,perimetre,statut,total_personnes\n2018,1,2018-02-15,Paris,x,1\n",
      "y.csv": '"annee","perimetre","secteur","niveau","valeur","unite","serie","statut"\n',
      "z.csv": "plan;domaine;indicateur;annee_cible;valeur_cible;sens\n"
    });
    expect(inputs.map(({dataset}) => dataset)).toEqual(["nuit-solidarite", "emissions-ges", "objectifs-climat"]);
    expect(inputs.every(({file, format}) => file !== null && format === "csv")).toBe(true);
  });

  it("reads the same content once, and says where", async () => {
    const {inputs, rows} = await readFiles({"a.json": decp(1), "b.json": decp(1), "c.json": decp(2)});
    expect(inputs.map(({ignored}) => ignored)).toEqual([null, "identique à a.json", null]);
    expect(inputs[1]).toMatchObject({source_id: null, records_read: 0, file: null});
    expect(rows).toHaveLength(2);
  });

  it("reads a folder at any depth in the order of the paths", async () => {
    const files = {"d/z.json": decp(1), "d/a/b.json": decp(2), "d/a.json": decp(3)};
    const {inputs} = await readFiles(files, {given: ["d"]});
    expect(inputs.map(({path}) => path)).toEqual(["d/a.json", "d/a/b.json", "d/z.json"]);
  });

  it("numbers records in their order and names the source by its sha256", async () => {
    const {inputs, rows, refused} = await readFiles({"a.json": JSON.stringify([record(1), null, record(3)])});
    expect(rows.map(({record_number}) => record_number)).toEqual([1, 3]);
    expect(refused).toMatchObject([{record_number: 2, rule: "record-not-decp", raw: "null"}]);
    expect(inputs[0]?.sha256?.slice(0, 12)).toBe(inputs[0]?.source_id);
    expect(rows[0]?.source_id).toBe(inputs[0]?.source_id);
  });

  it("cuts what it keeps of a refused record at 2,000 characters", async () => {
    const long = JSON.stringify({...record(1), objet: "x".repeat(5000)}).replace('"montant":1', '"montant":1,');
    const {refused} = await readFiles({"a.json": `[${long}, ${JSON.stringify(record(2))}]`});
    expect(refused).toMatchObject([{rule: "record-malformed"}]);
    expect(refused[0]?.raw).toHaveLength(2000);
  });
});

describe("an archive is read without being unpacked", () => {
  it("reads its files in the order of their paths and leaves others aside", async () => {
    const archive = zipOf({"z.json": decp(1), "d/": "", "d/a.json": gzipSync(decp(2)), "lisez-moi.txt": "Bonjour."});
    const {inputs} = await readFiles({"a.zip": archive});
    expect(inputs.map(({path, ignored}) => [path, ignored])).toEqual([
      ["a.zip/d/a.json", null],
      ["a.zip/lisez-moi.txt", "texte de format inconnu"],
      ["a.zip/z.json", null]
    ]);
  });

  it.each(["../hors.json", "d/../../hors.json", "/etc/hors.json", "..\\hors.json", "C:\\hors.json"])(
    "refuses one with the path %s, which leaves it",
    async (path) => {
      const message = await errorOf(readFiles({"a.zip": zipOf({"a.json": decp(1), [path]: decp(2)})}));
      expect(message).toMatch(
        /^a\.zip : attendu une archive dont les fichiers restent dans leur dossier, trouvé le chemin « /
      );
      expect(message).toContain(path);
    }
  );

  it("stops at one that is cut off or whose bytes were changed", async () => {
    const archive = zipOf({"a.json": decp(1), "b.json": decp(2)});
    expect(await errorOf(readFiles({"a.zip": archive.subarray(0, archive.length - 30)}))).toMatch(
      /^a\.zip : .*archive abîmée/
    );
    const changed = archive.slice();
    changed[50] = 0x5f;
    expect(await errorOf(readFiles({"a.zip": changed}))).toMatch(/^a\.zip\/a\.json : .*tronqué ou abîmé/);
  });

  it("leaves an office document and an archive inside of an archive aside", async () => {
    const files = {
      "d/a.json": decp(1),
      "d/b.xlsx": zipOf({"[Content_Types].xml": "<x/>"}),
      "d/c.zip": zipOf({"x.zip": zipOf({})})
    };
    const {inputs} = await readFiles(files, {given: ["d"]});
    expect(inputs.slice(1).map(({ignored}) => ignored)).toEqual([
      "classeur ou document bureautique : exportez-le en CSV",
      "archive dans une archive : décompressez-la d’abord"
    ]);
  });
});

describe("a damaged file stops the run, and names itself", () => {
  const damaged: [string, string | Uint8Array, RegExp][] = [
    [
      "truncated JSON",
      decp(1, 2).slice(0, -20),
      /un fichier tronqué : il s’arrête à l’octet \d+ .* après 1 enregistrement/
    ],
    ["JSON cut off in its first record", '{"marches": [{"id": "X', /un fichier tronqué/],
    ["a bare list cut off in its first record", '[{"id": "X', /un fichier tronqué/],
    ["a list closed twice", "[" + JSON.stringify(record(1)) + "]]", /un crochet ou une accolade de trop à l’octet \d+/],
    ["JSON followed by an error page", decp(1) + "<html>", /un contenu qui n’est pas du JSON à l’octet \d+/],
    [
      "truncated gzip",
      gzipSync(decp(1)).subarray(0, -10),
      /un fichier compressé entier, trouvé un fichier tronqué ou abîmé/
    ],
    ["a table cut off inside of quotes", 'plan,domaine,indicateur,annee_cible,valeur_cible,sens\n"2024', /guillemets/]
  ];

  it.each(damaged)("%s", async (_, content, message) => {
    const text = await errorOf(readFiles({"d/a.json": content, "d/b.json": decp(9)}, {given: ["d"]}));
    expect(text).toMatch(/^d\/a\.json : /);
    expect(text).toMatch(message);
    expect(text).toContain(whatToDo);
  });

  it.each(damaged)("is left out under --keep-going, its rows too: %s", async (_, content, message) => {
    const files = {"d/a.json": content, "d/b.json": decp(9)};
    const {inputs, rows, refused} = await readFiles(files, {given: ["d"], keepGoing: true});
    expect(inputs[0]).toMatchObject({
      path: "d/a.json",
      source_id: null,
      records_read: 0,
      rows_staged: 0,
      rows_refused: 0
    });
    expect(inputs[0]?.failed).toMatch(message);
    expect(rows.map(({id}) => id)).toEqual(["X9"]);
    expect(refused).toEqual([]);
  });

  it("stops when nothing in what was given could be read", async () => {
    const message = await errorOf(readFiles({"d/a.xml": "<a/>"}, {given: ["d"]}));
    expect(message).toMatch(/^d : attendu au moins un fichier lisible, trouvé 1 fichier/);
    expect(message).toContain("d/a.xml : document XML");
  });

  it("forgets the refusals of a file that proves to be of another kind", async () => {
    const {inputs, refused} = await readFiles({"d/a.json": '[{"a": 1}, null]', "d/b.json": decp(1)}, {given: ["d"]});
    expect(inputs[0]?.ignored).toContain("une liste de 2 éléments");
    expect(refused).toEqual([]);
  });
});
