import {parseHTML} from "linkedom";
import {figureCsv, figureSvg} from "../../src/components/downloads.js";
import {downloadName} from "../../src/components/figure.js";
import type {Figure} from "../../src/lib/figure.js";
import {faultsOf, type BuiltFile} from "./check-site.js";
import {editPage} from "./edit-page.js";
import {fillFigures, type Marts, type ShownFigure} from "./fill-figures.js";
import {translateAsset} from "./french-assets.js";
import {openMarts} from "./marts.js";

/** What the finishing step did. */
export interface Finished {
  pages: number;
  figures: number;
}

/**
 * Finishes a site that Framework built: figures filled, downloads written, pages edited, everything checked.
 *
 * @param folder The built site; its pages are rewritten in place.
 * @param options `figures`: the registry; `data`: the data build that the site shows.
 * @throws {Error} When Framework's output is not as expected, a figure fails, or the check finds a fault.
 */
export async function finishSite(
  folder: string,
  {figures, data}: {figures: readonly Figure[]; data: string}
): Promise<Finished> {
  const marts = await openMarts(data);
  const files = new Set(await Array.fromAsync(walk(folder)));
  const registry = new Map(figures.map((figure) => [figure.id, figure]));
  const hasFile = (path: string) => files.has(path) || /^figures\/[^/]+\.(csv|svg)$/.test(path);
  const shown: ShownFigure[] = [];
  const built: BuiltFile[] = [];
  for (const path of files) {
    if (!/\.(html|js|css)$/.test(path) || path.startsWith("_npm/")) continue;
    let text = await Deno.readTextFile(`${folder}/${path}`);
    const before = text;
    if (path.endsWith(".html")) {
      const filled = fillFigures(text, path, {figures: registry, marts, hasFile});
      shown.push(...filled.shown);
      text = await editPage(filled.html, path);
    } else text = translateAsset(text, path);
    if (text !== before) await Deno.writeTextFile(`${folder}/${path}`, text);
    built.push({path: `/${path}`, text});
  }
  await writeDownloads(folder, figures, marts, shown);
  const faults = faultsOf(built);
  if (faults.length) throw new Error(`Le site construit a ${faults.length} défaut(s).\n${faults.join("\n")}`);
  return {pages: built.filter(({path}) => path.endsWith(".html")).length, figures: shown.length};
}

async function writeDownloads(
  folder: string,
  figures: readonly Figure[],
  marts: Marts,
  shown: readonly ShownFigure[]
): Promise<void> {
  await Deno.mkdir(`${folder}/figures`, {recursive: true});
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  for (const figure of figures) {
    for (const corrections of figure.obeysCorrections ? ["avec", "sans"] : ["avec"]) {
      const params = {...paramsOf(figure.id, shown), corrections};
      const file = `${folder}/figures/${downloadName(figure.id, corrections === "sans")}`;
      await Deno.writeTextFile(`${file}.csv`, figureCsv(figure, marts, params));
      const svg = figureSvg(figure, marts, params, document as never);
      if (svg !== null) await Deno.writeTextFile(`${file}.svg`, svg);
    }
  }
}

/** A figure has one download, so all pages must show it with the same attributes. */
function paramsOf(id: string, shown: readonly ShownFigure[]): ShownFigure["params"] {
  const states = new Map(shown.filter((s) => s.id === id).map(({params}) => [JSON.stringify(params), params]));
  if (states.size > 1)
    throw new Error(
      `figure « ${id} » : des attributs identiques sont attendus partout, reçu ${[...states.keys()].join(" et ")}. ` +
        `Son CSV ne peut suivre deux choix : donnez un autre identifiant au second.`
    );
  return states.values().next().value ?? {};
}

/** Every file below a folder, relative to it. */
async function* walk(folder: string, prefix = ""): AsyncGenerator<string> {
  for await (const {name, isDirectory} of Deno.readDir(`${folder}/${prefix}`)) {
    if (isDirectory) yield* walk(folder, `${prefix}${name}/`);
    else yield `${prefix}${name}`;
  }
}
