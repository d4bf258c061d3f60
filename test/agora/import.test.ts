import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {stringify} from "yaml";
import {convert} from "../../loaders/agora/convert.js";
import {readSheets} from "../../loaders/agora/sheet.js";
import {temporaryFolder} from "../loaders/shape/work.js";
import {zipOf} from "../loaders/read/zip-of.js";
import {RegisterCopy} from "./copy.js";

const none = {college: null, seance: null};

async function imported(
  name: string,
  content: string | Uint8Array,
  options: Partial<typeof none> | {college: string} = none
) {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return convert(await readSheets(path), {...none, ...options});
}

const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet: texts are shared, numbers stand in their cells, days are numbers in the style of a day. */
function workbook(
  rows: (string | number | {formula: string; value: number} | {day: number})[][],
  merged = ""
): Uint8Array {
  const texts = rows.flat().filter((cell) => typeof cell === "string");
  const cells = rows.map(
    (row, i) =>
      `<row r="${i + 1}">${row
        .map((cell, j) => {
          const at = `${String.fromCharCode(65 + j)}${i + 1}`;
          if (typeof cell === "object")
            return "day" in cell
              ? `<c r="${at}" s="1"><v>${cell.day}</v></c>`
              : `<c r="${at}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
          return typeof cell === "number"
            ? `<c r="${at}"><v>${cell}</v></c>`
            : `<c r="${at}" t="s"><v>${texts.indexOf(cell)}</v></c>`;
        })
        .join("")}</row>`
  );
  const merges = merged === "" ? "" : `<mergeCells><mergeCell ref="${merged}"/></mergeCells>`;
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook><sheets><sheet name="Idées" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${cells.join("")}</sheetData>${merges}</worksheet>`
  });
}

it("reads proposals of a spreadsheet in the French manner, and the register takes them", async () => {
  const {propositions} = await imported(
    "idees.csv",
    "Titre;Verbatim;Collège;Date\nLes bancs à l’ombre;« Il n’y a pas un banc. »;Volontaires;14/01/2027\n"
  );
  expect(propositions).toEqual([
    {
      id: "les-bancs-a-l-ombre",
      titre: "Les bancs à l’ombre",
      verbatim: "« Il n’y a pas un banc. »",
      college: "volontaires",
      deposee_le: "2027-01-14"
    }
  ]);
  const copy = new RegisterCopy();
  copy.write("2027/agora.yaml", stringify({agora: 2027, fictif: true, propositions}));
  copy.write("2027/votes.csv", copy.text("2026/votes.csv").split("\n")[0] as string);
  const {proposal} = copy.staged(["2024", "2025", "2026", "2027"]);
  expect(proposal.find(({proposal_id}) => proposal_id === "les-bancs-a-l-ombre")).toMatchObject({
    state: "proposed",
    author_college: "volontaires"
  });
});

it("reads a workbook, whose days are numbers, and says which cells are merged", async () => {
  const rows = [
    ["Titre", "Verbatim", "Collège", "Date"],
    ["Les haies", "« Où sont les haies ? »", "Associations", 46_401]
  ];
  const {propositions} = await imported("idees.xlsx", workbook(rows));
  expect(propositions[0]).toMatchObject({titre: "Les haies", college: "associations", deposee_le: "2027-01-14"});
  await expect(imported("idees.xlsx", workbook(rows, "A2:A5"))).rejects.toThrow(
    "idees.xlsx : attendu une valeur par cellule, trouvé des cellules fusionnées (A2:A5). Défusionnez-les"
  );
});

it("reads a day in the style of a day, a formula by its value, and refuses a workbook that does not open", async () => {
  const {propositions} = await imported(
    "idees.xlsx",
    workbook([
      ["Titre", "Verbatim", "Collège", "Date"],
      ["Les haies", "« Où sont les haies ? »", "Associations", {day: 46_401}],
      ["Les mares", "« Où sont les mares ? »", "Associations", {formula: "D2+1", value: 46_402}]
    ])
  );
  expect(propositions.map(({deposee_le}) => deposee_le)).toEqual(["2027-01-14", "2027-01-15"]);
  await expect(imported("idees.xlsx", zipOf({"[Content_Types].xml": "<Types/>"}))).rejects.toThrow(
    /^idees\.xlsx : attendu un classeur lisible, trouvé « .+ »\. Ouvrez-le dans un tableur/
  );
});

it("reads votes, and gives them the session that their table does not name", async () => {
  const {votes} = await imported(
    "votes.csv",
    "proposition,college,regle,pour,contre,abstention\nhaies,Associations,double,12,3,1\n",
    {seance: "seance-2027"} as never
  );
  expect(votes).toEqual([
    {
      seance: "seance-2027",
      proposition: "haies",
      version: "",
      college: "associations",
      regle: "double",
      pour: "12",
      contre: "3",
      abstention: "1",
      mentions: ""
    }
  ]);
});

it("reads Decidim’s open data: HTML becomes text, its state and progress stay its own", async () => {
  const proposals =
    "id;participatory_space/id;title/fr;body/fr;state;url;published_at\n" +
    '7;3;Les haies;"<p>Des <b>haies</b> &amp; des nids.</p><p>Vite.<script>alert(1)</script></p>";accepted;https://exemple.org/proposals/7;2027-01-14T10:00:00Z\n';
  const results = "id;progress;status/key;proposal_urls\n1;40;ongoing;https://exemple.org/proposals/7\n";
  const archive = zipOf({"ville-open-data-proposals.csv": proposals, "ville-open-data-results.csv": results});
  const {propositions} = await imported("decidim.zip", archive, {college: "volontaires"});
  expect(propositions).toEqual([
    {
      id: "les-haies",
      titre: "Les haies",
      verbatim: "Des haies & des nids. Vite.",
      college: "volontaires",
      deposee_le: "2027-01-14",
      origine: {
        plateforme: "Decidim",
        adresse: "https://exemple.org/proposals/7",
        etat: "accepted",
        avancement: 0.4
      }
    }
  ]);
  await expect(imported("decidim.csv", proposals)).rejects.toThrow(
    "decidim.csv, ligne 2 : attendu un collège, dans le tableau ou par --college"
  );
});

it("says what it looks for when it knows no column, and which day it cannot read", async () => {
  await expect(imported("x.csv", "nom,prix\na,1\n")).rejects.toThrow(
    "attendu un tableau de propositions (titre, verbatim, college, date)"
  );
  await expect(imported("x.csv", "titre,verbatim,college,date\nA,B,associations,hier\n")).rejects.toThrow(
    "x.csv, ligne 2 : attendu un jour AAAA-MM-JJ (trouvé « hier »)"
  );
});
