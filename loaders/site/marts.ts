import {tableFromIPC} from "apache-arrow";
import {rowsOf} from "../../src/lib/rows.js";
import {tables, type TableName, type Tables} from "../../src/lib/schema.js";
import type {Marts} from "./fill-figures.js";

/**
 * Opens a data build.
 *
 * @param folder Its folder, normally `data/build`.
 * @throws {Error} When there is none; later, when a table or a column of it is missing.
 */
export async function openMarts(folder: string): Promise<Marts> {
  const text = await Deno.readTextFile(`${folder}/report.json`).catch(() => {
    throw new Error(`${folder}/report.json : ce fichier manque. Lancez « npm run data », puis recommencez.`);
  });
  const rows: Partial<Tables> = {};
  for (const name of Object.keys(tables) as TableName[]) {
    let read: unknown[] | undefined;
    Object.defineProperty(rows, name, {
      enumerable: true,
      get: () => (read ??= rowsOf(name, tableFromIPC(Deno.readFileSync(`${folder}/marts/${name}.arrow`))))
    });
  }
  return {report: JSON.parse(text), tables: rows as Tables};
}
