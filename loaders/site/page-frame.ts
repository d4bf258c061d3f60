/** What the banners need of the report of the last data build. */
export interface BuildState {
  is_fictional: boolean;
  is_partial: boolean;
  inputs?: readonly {dataset: string; is_fictional: boolean}[];
}

/** Pages that show procurement: they alone can hold the embedded sample. */
const showsProcurement = /^\/(index$|marches\/|methode\/|agora\/atelier|carnets\/(?!index$|trajectoire-climat$))/;

/** Pages that show the register of the Agora; the workshop shows real data. */
const showsAgora = /^\/agora\/(?!atelier)/;

/** Pages whose numbers are real beside an invented life. */
const showsIndicators = /^\/agora\/indicateurs\//;

/**
 * Banners above a page: invented data, then a build from which a damaged file was left out.
 *
 * @param path The page as Framework names it: `/index`, `/marches/index`.
 * @param state The last data build; null when there is none.
 * @param options `isAnalyst`: the page may read any table.
 * @returns HTML, or null when there is nothing to say.
 */
export function pageBanners(
  path: string,
  state: BuildState | null,
  {isAnalyst = false}: {isAnalyst?: boolean} = {}
): string | null {
  const lines: string[] = [];
  if (state?.is_fictional && (isAnalyst || showsProcurement.test(path)))
    lines.push(
      `<p><strong>Données d’exemple, fictives.</strong> ` +
        `Les marchés montrés ici sont inventés. Pour voir les vrais : <code>npm start -- --from &lt;fichier&gt;</code></p>`
    );
  if (showsAgora.test(path) && state?.inputs?.some((input) => input.dataset === "agora" && input.is_fictional))
    lines.push(
      `<p><strong>Exemple, fictif.</strong> ` +
        `Les séances, propositions, votes, effectifs et réponses de l’Agora montrés ici sont inventés. ` +
        (showsIndicators.test(path)
          ? `Les nombres des indicateurs, eux, viennent des sources nommées sous chaque figure` +
            `${state.is_fictional ? ", sauf ceux des marchés, inventés aussi" : ""}.</p>`
          : `Seuls les quatre collèges sont réels.</p>`)
    );
  if (state?.is_partial)
    lines.push(
      `<p><strong>Données incomplètes.</strong> ` +
        `Un fichier endommagé a été laissé de côté ; <a href="/methode/">la page Méthode</a> dit lequel.</p>`
    );
  return lines.length ? `<div class="banner">${lines.join("")}</div>` : null;
}

/** The foot of every page: licence, and the invitation to recompute. */
export const pageFooter =
  `<p>Carnets de l’Agora. Code sous licence ISC ; données sous la licence de leurs producteurs. ` +
  `<a href="/methode/">Vérifiez nos chiffres</a></p>`;

/** Name of the mark that an analyst's page carries until the finishing step. */
export const analystMark = "carnets-analyst";

/**
 * Head of every page: its fonts, which Framework's style bundler refuses, its icon, the module that wakes its figures,
 * and the mark of an analyst's page.
 *
 * @param source The page's Markdown; Framework itself forgets every front matter key that it does not know.
 */
export function pageHead(source: string): string {
  const icon =
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>" +
    "<circle cx='8' cy='8' r='7' fill='rgb(14,95,102)'/></svg>";
  const links =
    `<link rel="stylesheet" href="/theme/fonts.css"><link rel="icon" href="${icon}">` +
    `<script type="module" src="/components/alive.js"></script>`;
  return `${links}${isAnalystPage(source) ? `<meta name="${analystMark}">` : ""}`;
}

/** Whether the front matter holds `analyst: true`: the page may run code made from text, and is not public. */
export function isAnalystPage(source: string): boolean {
  const [, frontMatter = ""] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source) ?? [];
  return /^analyst:\s*true\s*$/m.test(frontMatter);
}
