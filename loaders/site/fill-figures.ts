import {parseHTML} from "linkedom";
import {renderState} from "../../src/components/figure.js";
import {paramsOf, type FigureState, type Params} from "../../src/components/state.js";
import type {Figure} from "../../src/lib/figure.js";
import type {Report} from "../../src/lib/report.js";
import type {Tables} from "../../src/lib/schema.js";

/** The last data build, as the pre-rendering of figures reads it. */
export interface Marts {
  report: Report;
  /** Rows of the tables; each is read from disk the first time it is asked for. */
  tables: Tables;
}

/** What the filling of figures needs of the site around the page. */
export interface SiteContext {
  figures: ReadonlyMap<string, Figure>;
  /** A figure in the state that its attributes ask for; each state is computed once for the whole site. */
  stateOf: (figure: Figure, params: Params) => FigureState;
  /** Whether the built site has this file, given from its root without leading slash. */
  hasFile: (path: string) => boolean;
}

const emptyFigure = /<figure\b([^>]*\sdata-figure="[^"]*"[^>]*)>\s*<\/figure>/g;

/**
 * Puts every figure of a page into its place, as HTML that needs no JavaScript, with its anchor.
 *
 * @param html The page as Framework wrote it.
 * @param page Its path from the root of the site: `marches/index.html`.
 * @returns The page, and the figures that it shows, in order.
 * @throws {Error} When a page names a figure that the registry lacks, or a figure cannot be drawn.
 */
export function fillFigures(
  html: string,
  page: string,
  {figures, stateOf, hasFile}: SiteContext
): {html: string; shown: FigureState[]} {
  const shown: FigureState[] = [];
  const anchors = new Set<string>();
  const filled = html.replace(emptyFigure, (_match, attributes: string) => {
    const {document} = parseHTML(`<!doctype html><html><body><figure ${attributes}></figure></body></html>`);
    const element = document.querySelector("figure") as unknown as HTMLElement;
    const id = element.dataset.figure ?? "";
    const figure = figures.get(id);
    if (!figure)
      throw new Error(
        `${page} : la figure « ${id} » n’existe pas. Figures connues : ${[...figures.keys()].join(", ")}.`
      );
    const root = "../".repeat(page.split("/").length - 1);
    try {
      const state = stateOf(figure, paramsOf(element));
      element.id = anchors.has(state.anchor) ? `${state.anchor}-${anchors.size + 1}` : state.anchor;
      anchors.add(element.id);
      element.append(...renderState(state, {document: document as never, root}));
      shown.push(state);
    } catch (error) {
      throw new Error(`${page}, figure « ${id} » : ${error instanceof Error ? error.message : error}`, {cause: error});
    }
    completeLinks(element, page, hasFile);
    return element.outerHTML;
  });
  return {html: filled, shown};
}

/** Writes the `.html` that links inside the site need on a host which does not guess it. */
export function completeLinks(element: Element, page: string, hasFile: SiteContext["hasFile"]): void {
  for (const link of element.querySelectorAll("a[href]")) completeLink(link, page, hasFile);
}

function completeLink(link: Element, page: string, hasFile: (path: string) => boolean): void {
  const href = link.getAttribute("href") ?? "";
  if (/^(\w+:|\/\/|#)/.test(href)) return;
  const [path = "", rest = ""] = href.split(/(?=[?#])/, 2);
  const target = decodeURI(new URL(path, `http://site/${page}`).pathname.slice(1));
  if (!target.endsWith("/") && !hasFile(target) && hasFile(`${target}.html`))
    link.setAttribute("href", `${path}.html${rest}`);
}
