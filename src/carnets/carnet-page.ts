import {filesOf} from "../components/provenance.js";
import {formatDate} from "../lib/format.js";
import type {Report} from "../lib/report.js";
import {list, markupTable, safe} from "../methode/markup.js";
import {cutFences, fence} from "../../loaders/notebook/page-parts.js";
import {proseInPage} from "../../loaders/notebook/page-cell.js";
import {titleOf} from "../../loaders/notebook/page-head.js";
import type {Notebook} from "../../loaders/notebook/format.js";
import type {Run} from "../../loaders/notebook/run.js";

/** What a published notebook's page is made of. */
export interface CarnetPage {
  /** `premiere-exploration` */
  name: string;
  notebook: Notebook;
  /** What its cells showed when the site was built. */
  run: Run;
  /** Of the data that they read. */
  report: Report;
}

/**
 * The page of a published notebook, as Markdown: its prose, its code, what the code showed at build, then its sources.
 * Nothing of it runs in the reader's browser.
 */
export function carnetPage({name, notebook, run, report}: CarnetPage): string {
  const path = `src/notebooks/${name}.ipynb`;
  const body = notebook.cells.map(({kind, source}, i) => {
    if (kind === "prose") return stillProse(source);
    const code = fence({info: `${kind === "raw" ? "text" : "ts"} run=false`, code: source});
    const outputs = (run.outputs.get(i + 1) ?? []).map(
      (html) => `<div class="carnet-output">${scrolling(oneLine(html))}</div>`
    );
    return [code, ...outputs].join("\n\n");
  });
  return [
    `---\ntitle: ${JSON.stringify(titleOf(notebook, {notebook: path}))}\n---`,
    ...body,
    ...sources({name, run, report})
  ].join("\n\n");
}

function sources({name, run, report}: Pick<CarnetPage, "name" | "run" | "report">): string[] {
  const files = filesOf(report, run.tables);
  return [
    "## Sources et date",
    list([
      safe(
        `Cellules exécutées à la construction du site, sur les données préparées le ${formatDate(report.generated_at)}.`
      ),
      `${safe("Tables lues :")} ${run.tables.map((table) => `<code>${table}</code>`).join(", ") || "aucune"}`,
      `<a href="../notebooks/${name}.ipynb" rel="external" download>${safe("Télécharger ce carnet")}</a>${safe(", à ouvrir avec npm run notebook.")}`
    ]),
    ...(files.length === 0
      ? []
      : [
          markupTable(
            "Fichiers lus",
            ["Fichier", "sha256"],
            files.map(({path, sha256}) => [
              `<code>${safe(path.split("/").at(-1) ?? path)}</code>`,
              `<code>${sha256}</code>`
            ])
          )
        ])
  ];
}

/** Neither a fence nor a `${…}` of the prose acts in the page. */
function stillProse(source: string): string {
  return cutFences(proseInPage(source, (info) => !/\brun=false\b/.test(info)))
    .map((piece) =>
      typeof piece === "string"
        ? piece.replace(/(`+)[\s\S]*?\1|\$\{/g, (found) => (found === "${" ? "$\\{" : found))
        : piece.lines
    )
    .join("\n");
}

/** A chart keeps letters that can be read: on a phone it scrolls in its own frame, as tables do. */
function scrolling(html: string): string {
  const [, label] = /^<svg\b[^>]*\saria-label="([^"]*)"/.exec(html) ?? [];
  return label === undefined
    ? html
    : `<div class="table-scroll" role="region" tabindex="0" aria-label="${label}">${html}</div>`;
}

/** HTML in Markdown ends at an empty line, and Framework looks for `${…}` in it. */
function oneLine(html: string): string {
  return html.replace(/\s*\n\s*/g, " ").replaceAll("${", "&#36;{");
}
