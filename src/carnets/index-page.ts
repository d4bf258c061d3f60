import type {Notebook} from "../../loaders/notebook/format.js";
import {titleOf} from "../../loaders/notebook/page-head.js";
import {safe} from "../methode/markup.js";

/**
 * The list of the published notebooks, with how to open them, as Markdown.
 *
 * @param notebooks In the order of the list; the sentence after each title is the notebook's own first paragraph.
 */
export function indexPage(notebooks: readonly {name: string; notebook: Notebook}[]): string {
  const items = notebooks.map(({name, notebook}) => {
    const title = titleOf(notebook, {notebook: `${name}.ipynb`});
    return `<li><a href="./${name}">${safe(title)}</a><p>${safe(firstParagraph(notebook))}</p></li>`;
  });
  return [
    "---\ntitle: Carnets Jupyter\n---",
    "# Carnets Jupyter",
    safe(
      "Cinq leçons, cellule par cellule, sur les données préparées. Le code est montré avec ce qu'il calcule ; il a été exécuté à la construction du site."
    ),
    `<ul class="entrances">${items.join("")}</ul>`,
    "## Les ouvrir chez vous",
    "```sh run=false\nnpm run notebook\n```",
    safe(
      "La commande trouve JupyterLab, Notebook ou VS Code, dit comment en installer un s'il n'y en a pas, et ouvre les carnets avec le noyau Deno du projet, sans rien installer d'autre."
    ),
    "Un carnet devient une page du site, et une page redevient un carnet, sans perdre une cellule :",
    "```sh run=false\nnpm run notebook:page -- src/notebooks/premiere-exploration.ipynb\nnpm run page:notebook -- src/premiere-exploration.md\n```",
    `Les mêmes outils sont dans une page d’analyste (<a href="../bac-a-sable">Bac à sable</a>)${"\u00a0"}:`,
    '```js run=false\nimport {rows, table, sql, indicator, show, Plot} from "./components/carnet.js";\n```'
  ].join("\n\n");
}

function firstParagraph({cells}: Notebook): string {
  const prose = cells.find(({kind}) => kind === "prose")?.source ?? "";
  return (prose.split(/\n{2,}/).find((part) => part && !part.startsWith("#")) ?? "")
    .replace(/\s+/g, " ")
    .replaceAll("`", "");
}
