import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {parse} from "csv-parse/sync";
import {readSheet} from "read-excel-file/universal";
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
    const [, merged] = /<mergeCell\s[^>]*?ref="([^"]+)"/.exec((await text("xl/worksheets/sheet1.xml")) ?? "") ?? [];
    if (merged !== undefined)
      throw new Error(
        `${name} : attendu une valeur par cellule, trouvé des cellules fusionnées (${merged}). ` +
          "Défusionnez-les et répétez la valeur sur chaque ligne."
      );
    return [sheetOf(name, await workbookCells(name, bytes))];
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

/**
 * Cells of a workbook's first sheet, row by row; an empty row stays, so that line numbers are those of the screen. A day is
 * `YYYY-MM-DD`; a formula is the value that was last shown.
 */
async function workbookCells(name: string, bytes: Uint8Array): Promise<string[][]> {
  try {
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return rows.map((row) => row.map(cellText));
  } catch (cause) {
    throw new Error(
      `${name} : attendu un classeur lisible, trouvé « ${cause instanceof Error ? cause.message : String(cause)} ». ` +
        "Ouvrez-le dans un tableur et enregistrez-le de nouveau, en XLSX ou en CSV.",
      {cause}
    );
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? "" : String(cell);
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
