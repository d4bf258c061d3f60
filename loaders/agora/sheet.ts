import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {parse} from "csv-parse/sync";
import {SaxesParser} from "saxes";
import {isZip, type Bytes} from "../read/bytes.js";
import {membersOf} from "../read/zip.js";

/** A table as people keep it: cells by folded heading. */
export interface Sheet {
  /** Name for messages. */
  name: string;
  headings: string[];
  rows: {line: number; cells: Record<string, string>}[];
}

/**
 * The tables of a spreadsheet or an export: a CSV, the first sheet of a workbook (XLSX), or the CSV files of a zip archive.
 *
 * @throws {Error} On merged cells, whose value belongs to nobody knows which line, or a table without a heading.
 */
export async function readSheets(path: string): Promise<Sheet[]> {
  const name = basename(path);
  const bytes = readFileSync(path);
  if (!isZip(bytes)) return [sheetOf(name, csvCells(bytes))];
  const members = await membersOf(path, name);
  if (members.some((member) => member.name === "[Content_Types].xml")) {
    const text = async (member: string) => {
      const found = members.find((one) => one.name === member);
      return found ? textOf(found.open()) : null;
    };
    const sheet = await text("xl/worksheets/sheet1.xml");
    if (sheet === null) throw new Error(`${name} : attendu un classeur avec une première feuille, trouvé aucune.`);
    return [sheetOf(name, workbookCells(name, sheet, await text("xl/sharedStrings.xml")))];
  }
  const tables = members.filter((member) => member.name.endsWith(".csv"));
  return Promise.all(
    tables.map(async (member) => sheetOf(member.name, csvCells(new TextEncoder().encode(await textOf(member.open())))))
  );
}

async function textOf(bytes: Bytes): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of bytes) text += decoder.decode(chunk, {stream: true});
  return text + decoder.decode();
}

function csvCells(bytes: Uint8Array): string[][] {
  const text = new TextDecoder().decode(bytes);
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [";", ",", "\t"].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] as string;
  return parse(text, {delimiter, bom: true, relax_column_count: true}) as string[][];
}

/** Cells of a sheet, row by row; an empty row stays, so that line numbers are those of the screen. */
function workbookCells(name: string, sheet: string, strings: string | null): string[][] {
  const shared = strings === null ? [] : sharedStrings(strings);
  const rows: string[][] = [];
  let [at, type, text] = ["", "", ""];
  const parser = new SaxesParser();
  parser.on("opentag", ({name: tag, attributes}) => {
    if (tag === "mergeCell")
      throw new Error(
        `${name} : attendu une valeur par cellule, trouvé des cellules fusionnées (${attributes.ref}). ` +
          "Défusionnez-les et répétez la valeur sur chaque ligne."
      );
    if (tag === "c") [at, type, text] = [String(attributes.r), String(attributes.t ?? ""), ""];
  });
  parser.on("text", (words) => (text += words));
  parser.on("closetag", ({name: tag}) => {
    if (tag !== "c") return;
    const [, letters = "A", number = "1"] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (rows.length < Number(number)) rows.push([]);
    const row = rows[Number(number) - 1] as string[];
    while (row.length < column) row.push("");
    row[column] = type === "s" ? (shared[Number(text)] ?? "") : text;
  });
  parser.write(sheet).close();
  return rows;
}

function sharedStrings(xml: string): string[] {
  const found: string[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({name}) => {
    if (name === "si") text = "";
  });
  parser.on("text", (words) => (text += words));
  parser.on("closetag", ({name}) => {
    if (name === "si") found.push(text.trim());
  });
  parser.write(xml).close();
  return found;
}

function sheetOf(name: string, [head = [], ...rows]: string[][]): Sheet {
  const headings = head.map(folded);
  if (headings.every((heading) => heading === ""))
    throw new Error(`${name} : attendu une première ligne de titres, trouvé rien.`);
  return {
    name,
    headings,
    rows: rows.flatMap((row, i) =>
      row.every((cell) => !cell?.trim())
        ? []
        : [{line: i + 2, cells: Object.fromEntries(headings.map((heading, j) => [heading, (row[j] ?? "").trim()]))}]
    )
  };
}

/** Lower case, without accents: `Déposée le` is `deposee le`. */
function folded(heading: string): string {
  return heading.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
