import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {parseHTML} from "linkedom";
import {csvFile} from "../../src/lib/csv.js";
import {rowsOf} from "../../src/lib/rows.js";
import type {Row, TableName} from "../../src/lib/schema.js";

/** Below the project, so that Vite finds its packages. */
const work = ".cache/bench-plain";

/** What a web developer would write: rows as CSV, summed and drawn in the browser. */
const script = `
import * as Plot from "@observablehq/plot";
import {autoType, csvParse, rollups, sum} from "d3";
const rows = csvParse(await (await fetch("./awards.csv")).text(), autoType);
document.querySelector("#total").textContent = sum(rows, (d) => d.amount_eur).toLocaleString("fr-FR") + " €";
const years = rollups(rows, (v) => sum(v, (d) => d.amount_eur), (d) => d.year).filter(([year]) => year);
document.querySelector("#chart").append(Plot.plot({width: 340, x: {type: "band", tickFormat: String}, marks: [Plot.barY(years, {x: "0", y: "1"}), Plot.ruleY([0])]}));
const top = rollups(rows, (v) => sum(v, (d) => d.amount_eur), (d) => d.supplier).sort((a, b) => b[1] - a[1]).slice(0, 10);
document.querySelector("#top").append(Plot.plot({width: 340, marginLeft: 110, marks: [Plot.barX(top, {x: "1", y: "0", sort: {y: "-x"}})]}));
`;

/**
 * Builds, with Vite and Plot, a plain page with the content of the overview: its words, its total, its chart by year and its
 * first suppliers, computed in the browser from the rows. It is the bar that the overview must be faster than.
 *
 * @param page The built overview page, for its words.
 * @param out Where the plain page goes.
 * @returns False when there are no data to make it of.
 * @throws {Error} When Vite fails, with what it said.
 */
export async function buildPlainPage(page: string, out: string): Promise<boolean> {
  if (!existsSync("data/build/marts/award_supplier.arrow")) return false;
  rmSync(work, {recursive: true, force: true});
  mkdirSync(join(work, "public"), {recursive: true});
  const words = wordsOf(readFileSync(page, "utf8"));
  writeFileSync(
    join(work, "index.html"),
    `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>Page simple</title><h1>Marchés publics</h1><p id="total"></p><div id="chart"></div><div id="top"></div>` +
      `${words.map((text) => `<p>${text}</p>`).join("")}<script type="module" src="/main.js"></script></html>`
  );
  writeFileSync(join(work, "main.js"), script);
  writeFileSync(join(work, "public", "awards.csv"), slimRows());
  const args = ["node_modules/vite/bin/vite.js", "build", work, "--base", "./", "--outDir", resolve(out)];
  const {status, stderr, stdout} = spawnSync("node", [...args, "--target", "esnext", "--emptyOutDir"], {
    encoding: "utf8"
  });
  if (status !== 0) throw new Error(`page simple : vite a fini avec le code ${status}.\n${stdout}${stderr}`);
  return true;
}

/** The paragraphs that the author wrote, without those of figures. */
function wordsOf(html: string): string[] {
  const {document} = parseHTML(html) as unknown as {document: Document};
  return [...document.querySelectorAll("main > p, main > h2")].map(({textContent}) => escape(textContent ?? ""));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function slimRows(): string {
  const names = new Map(read("supplier").map((row) => [row.supplier_id, row.supplier_name]));
  return csvFile(
    ["year", "supplier", "amount_eur"],
    read("award_supplier").map(({year, supplier_id, amount_eur}) => ({
      year,
      supplier: names.get(supplier_id) ?? supplier_id,
      amount_eur
    }))
  );
}

function read<T extends TableName>(name: T): Row<T>[] {
  return rowsOf(name, tableFromIPC(readFileSync(`data/build/marts/${name}.arrow`)));
}
