import type {Notebook} from "./format.js";
import type {Places} from "./page-parts.js";

/** What stands under the head of a page that a notebook gave: tools that its cells use and do not import themselves. */
export const preludeMark = "<!-- outils du carnet -->";

/** The head of a page that a notebook gave: it is an analyst's page until somebody made figures of it. */
export function defaultFront(title: string): string {
  return `title: ${JSON.stringify(title)}\nanalyst: true\ntoc: false`;
}

/** The first title of a notebook, or the name of its file. */
export function titleOf({cells}: Notebook, {notebook}: Pick<Places, "notebook">): string {
  const titles = cells.filter(({kind}) => kind === "prose").flatMap(({source}) => /^# +(.+)$/m.exec(source)?.[1] ?? []);
  return titles[0]?.trim() ?? notebook.replace(/^.*\/|\.ipynb$/g, "");
}
