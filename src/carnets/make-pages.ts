import {readFileSync} from "node:fs";
import {readNotebook, type Notebook} from "../../loaders/notebook/format.js";
import {openRunner} from "../../loaders/notebook/run.js";
import {lastReport} from "../methode/last-build.js";
import {carnetPage} from "./carnet-page.js";

/**
 * A notebook of this project.
 *
 * @param name Its file in `src/notebooks`, without its ending.
 */
export function notebookNamed(name: string): Notebook {
  const path = pathOf(name);
  return readNotebook(readFileSync(path, "utf8"), path);
}

/**
 * Runs notebooks and makes their pages, in the order of their names.
 *
 * @throws {Error} On a fault of a cell, with notebook, cell and line; without a data build.
 */
export async function makePages(names: readonly string[]): Promise<Map<string, string>> {
  const report = lastReport();
  if (report === null) throw new Error("Carnets : data/build/report.json manque. Lancez « npm run data ».");
  const pages = new Map<string, string>();
  const runner = openRunner();
  try {
    for (const name of names) {
      const notebook = notebookNamed(name);
      pages.set(name, carnetPage({name, notebook, run: await runner.run(notebook, pathOf(name)), report}));
    }
  } finally {
    runner.close();
  }
  return pages;
}

function pathOf(name: string): string {
  return `src/notebooks/${name}.ipynb`;
}
