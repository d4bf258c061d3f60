import {parseHTML} from "linkedom";
import {element} from "../../src/components/element.js";
import {renderState} from "../../src/components/figure.js";
import type {FigureState} from "../../src/components/state.js";
import {typeset} from "../../src/lib/typeset.js";
import {completeLinks, type SiteContext} from "./fill-figures.js";
import {securityPolicy} from "./security-policy.js";

/** The style sheets of embed pages, joined: those of figures, without those of pages. */
export function embedStyle(sheets: readonly string[]): string {
  return sheets
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ");
}

/**
 * The page `figures/<key>.html`, made to stand in a frame of another site: one figure, its style in the page, no script,
 * no file but a font of this site, and a link to where it can be proven.
 *
 * @param options `page`: the page that shows the figure, from the root of the site; `style`: see {@link embedStyle}.
 */
export async function embedPage(
  state: FigureState,
  {page, style, hasFile}: {page: string; style: string; hasFile: SiteContext["hasFile"]}
): Promise<string> {
  const title = typeset(state.figure.title(state.data));
  const {document} = parseHTML(
    `<!doctype html><html lang="fr"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
      `<base target="_blank"><title></title></head><body><main><figure data-figure></figure></main></body></html>`
  ) as unknown as {document: Document};
  const figure = document.querySelector("figure") as Element;
  const choice = state.isDeclared ? "?corrections=sans" : "";
  document.title = `${title}, Carnets de l’Agora`;
  figure.id = state.key;
  figure.setAttribute("data-figure", state.figure.id);
  figure.append(
    ...renderState(state, {document, root: "../", isEmbedded: true}),
    element(
      document,
      "p",
      {class: "embed-source"},
      element(
        document,
        "a",
        {href: `../${page}${choice}#${state.anchor}`},
        "Vérifier ce chiffre sur les Carnets de l’Agora"
      )
    )
  );
  completeLinks(figure, `figures/${state.key}.html`, hasFile);
  const sheet = element(document, "style", {}, style);
  document.head.append(sheet);
  const html = document.toString();
  const policy = `<meta http-equiv="Content-Security-Policy" content="${await securityPolicy(html)}">`;
  return html.replace('<meta charset="utf-8">', (charset) => charset + policy);
}
