import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {testGoldenCases} from "./golden.js";
import {errorOf, readFiles} from "./read-bytes.js";

const record =
  "<marche><id>A1</id><acheteur><id>00000000000018</id></acheteur><objet>Manège</objet><montant>1</montant></marche>";

describe("a DECP file in XML is read into the producer’s words", () => {
  testGoldenCases("decp-xml", "xml");
});

describe("an XML file that cannot be read stops the run, and says where", () => {
  it.each([
    ["cut off in a record", `<marches>\n${record}\n<marche><id>A2`, /fichier tronqué.*\(ligne 3, colonne \d+\)/],
    ["cut off after a record", `<marches>\n${record}`, /fichier tronqué : <marches> n’est jamais refermée/],
    [
      "with crossed tags",
      `<marches>${record}<marche><id>A2</marche></id></marches>`,
      /balise fermante qui ne ferme pas/
    ],
    ["with a bare ampersand", `<marches>${record}<marche><id>A & B;</id></marche></marches>`, /« & ».*« &amp; »/],
    [
      "with an entity that is not XML’s",
      `<marches>${record}<marche>&eacute;</marche></marches>`,
      /entité qui n’est pas/
    ],
    ["with text after its end", `<marches>${record}</marches>suite`, /syntaxe que XML n’admet pas/],
    ["with a second root", `<marches>${record}</marches><marches/>`, /seconde racine/],
    [
      "with a document type that declares entities",
      `<!DOCTYPE marches [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><marches>&b;</marches>`,
      /DOCTYPE avec des entités.*refusée par sûreté/
    ],
    [
      "with a document type that reads another file",
      `<!DOCTYPE marches SYSTEM "file:///etc/passwd"><marches>${record}</marches>`,
      /DOCTYPE avec des entités ou une partie externe/
    ],
    [
      "in an encoding that does not exist",
      Buffer.from(`<?xml version="1.0" encoding="klingon"?><marches>\xe9</marches>`, "latin1"),
      /« klingon »/
    ]
  ])("%s", async (_, content, reason) => {
    const message = await errorOf(readFiles({"a.xml": content}));
    expect(message).toMatch(/^a\.xml : attendu /);
    expect(message).toMatch(reason);
  });

  it.each([
    [
      "on one line",
      `<marches>${record.repeat(3)}<marche><id>&x;`,
      1,
      `<marches>${record.repeat(3)}<marche><id>&x;`.length
    ],
    ["on lines of their own", `<marches>\n${`${record}\n`.repeat(3)}  <marche><id>&x;`, 5, "  <marche><id>&x;".length],
    ["with lines inside", `<marches>${record.replace("</id>", "\n</id>\n").repeat(3)} <marche>&x;`, 7, null]
  ])("at its line and column, after records %s", async (_, content, line, column) => {
    const place = `(ligne ${line}, colonne ${column ?? ""}`;
    expect(await errorOf(readFiles({"a.xml": content}))).toContain(place);
  });

  it("when its compression is cut off", async () => {
    const whole = gzipSync(`<marches>${record.repeat(1000)}</marches>`);
    expect(await errorOf(readFiles({"a.xml.gz": whole.subarray(0, whole.length - 20)}))).toContain("compressé");
  });

  it("unless the run may go on without it", async () => {
    const files = {"d/a.xml": `<marches>${record}`, "d/b.xml": `<marches>${record}</marches>`};
    const {inputs, rows, refused} = await readFiles(files, {given: ["d"], keepGoing: true});
    expect(inputs.map(({failed}) => failed === null)).toEqual([false, true]);
    expect([rows.length, refused.length]).toEqual([1, 0]);
  });
});

describe("an XML file of another kind", () => {
  it("is left aside in a folder, whole or not", async () => {
    const files = {"d/a.xml": "<rss><item>", "d/b.xml": "<rss/>", "d/c.xml": `<marches>${record}</marches>`};
    const {inputs} = await readFiles(files, {given: ["d"]});
    expect(inputs.map(({ignored}) => ignored)).toEqual([
      "document XML qui n’est pas du DECP (racine « rss », document abîmé)",
      "document XML qui n’est pas du DECP (racine « rss »)",
      null
    ]);
  });

  it("is an error when it was given itself", async () => {
    expect(await errorOf(readFiles({"a.xml": "<rss/>"}))).toContain("racine « rss »");
  });
});

describe("an XML record", () => {
  it("is the same wherever the stream is cut, and however often it is compressed", async () => {
    const text = `<marches>${record.replace("Manège", "Manège à l’œuvre")}</marches>`;
    const {rows} = await readFiles({"a.xml": text, "b.xml": gzipSync(text)});
    expect(rows[0]).toMatchObject({object: "Manège à l’œuvre", notes: []});
    expect({...rows[1], source_id: null}).toEqual({...rows[0], source_id: null});
  });

  it("may be longer than what is held back until its end", async () => {
    const long = record.replace("Manège", "manège ".repeat(300_000).trim());
    const {rows} = await readFiles({"a.xml": `<marches>${record}${long}${record}</marches>`});
    expect(rows.map(({object}) => String(object).length)).toEqual([6, 2_099_999, 6]);
    const message = await errorOf(readFiles({"b.xml": `<marches>${record}${long.slice(0, -20)}`}));
    expect(message).toContain("fichier tronqué");
  });

  it("may be named like what every object has", async () => {
    const odd = record.replace("</marche>", "<__proto__><a>1</a></__proto__><constructor>x</constructor></marche>");
    const {rows} = await readFiles({"a.xml": `<marches>${odd}</marches>`});
    expect(rows).toMatchObject([{id: "A1"}]);
  });

  it("is damaged when more tags are open than memory should hold", async () => {
    const message = await errorOf(readFiles({"a.xml": `<marches><marche>${"<a>".repeat(200_000)}`}));
    expect(message).toContain("plus de 100000 balises ouvertes");
  });
});
