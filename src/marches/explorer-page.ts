import {readAwards, type Awards} from "../lib/explore/awards.js";
import type {ColumnsLike} from "../lib/explore/columns.js";
import {facets, unknownValue, type FacetId} from "../lib/explore/facets.js";
import {filterAwards, groupAwards} from "../lib/explore/filter.js";
import {formatCount, formatEuros, formatEurosExact} from "../lib/format.js";
import {typeset} from "../lib/typeset.js";
import {markupTable, safe} from "../methode/markup.js";

/** What the page is made of: the mart `explorer` of the last build, and its size in bytes. */
export interface ExplorerPageData {
  table: ColumnsLike;
  bytes: number;
}

/** Rows of a table on the page; what follows is in the explorer. */
const mostRows = 12;

/** The explorer's page, as Markdown: readable as it is, before anything is loaded; `data` is null without a build. */
export function explorerPage(data: ExplorerPageData | null): string {
  const awards = data && readAwards(data.table);
  const all = awards && filterAwards(awards, {chosen: {}, minEur: null, maxEur: null, matches: null});
  const lastYear = awards?.facets.year.values.findLast((year) => year !== unknownValue) ?? "";
  return [
    `---\ntitle: Explorateur des marchés\ntoc: false\n---`,
    `# Toutes les attributions, une à une`,
    awards && all
      ? safe(
          `${formatCount(awards.count)} attributions, pour ${formatEuros(all.cents / 100)} hors taxes : filtrez-les, dessinez-les, emportez-les. L'adresse de la page garde vos choix : elle se partage.`
        )
      : "Aucune donnée n’a encore été construite.",
    `<div class="tool" data-opens="explorer" data-bytes="${data?.bytes ?? 0}" data-weight="${typeset(weightOf(data))}"><p>${typeset("L'explorateur a besoin de JavaScript. Sans lui, les totaux sont ci-dessous, et")} <a href="#tout-emporter">les fichiers complets</a> contiennent toutes les lignes.</p></div>`,
    `## D’un coup d’œil`,
    ...(awards && all
      ? (["year", "division", "procedure"] as const).flatMap((id) => overview(awards, all.passes, id))
      : []),
    `## Tout emporter`,
    `La même table, entière, une ligne par attribution${"\u00a0"}: <a href="../data/explorer.csv" rel="external" download>CSV</a>, <a href="../data/explorer.arrow" rel="external" download>Arrow</a>, <a href="../data/explorer.parquet" rel="external" download>Parquet</a>.`,
    `## Interroger en SQL`,
    `Toutes les tables publiées, dans un moteur SQL (DuckDB) qui tourne dans votre navigateur. Rien ne part ailleurs.`,
    `<div class="tool" data-opens="sql" data-year="${lastYear}" data-weight="${typeset("Environ 7 Mo au premier lancement d'une requête : le moteur, puis les tables que la requête nomme.")}"><p>${typeset("Le panneau SQL a besoin de JavaScript. Sans lui, ouvrez le fichier Parquet ci-dessus avec DuckDB sur votre machine.")}</p></div>`,
    `## Ce que ces données ne disent pas`,
    `Le prix payé à la fin, le partage d’un marché entre ses titulaires, les achats sous le seuil de publication. Une attribution à plusieurs titulaires répond à un filtre sur la catégorie ou le siège dès qu’un seul d’entre eux y répond. La page [Qualité des données](./qualite) dit ce que vaut chaque champ.`
  ].join("\n\n");
}

function weightOf(data: ExplorerPageData | null): string {
  const megabytes = ((data?.bytes ?? 0) / 1e6).toFixed(1).replace(".", ",");
  return `Charge la table des attributions : ${megabytes} Mo, moins une fois compressés par le serveur.`;
}

/** The totals of one facet as a table, the largest amounts first, years in their order. */
function overview(awards: Awards, passes: Uint8Array, id: FacetId): string[] {
  const {label, by, nameOf, param} = facets[id];
  const groups = groupAwards(awards, passes, id);
  const sorted = id === "year" ? groups : groups.toSorted((a, b) => b.amountEur - a.amountEur);
  const shown = sorted.slice(0, mostRows);
  const rows = shown.map(({value, count, amountCount, amountEur}) => [
    `<a rel="external" href="./explorer?${new URLSearchParams({[param]: value})}">${safe(nameOf(value))}</a>`,
    amountCount === 0 ? "non retenu" : formatEurosExact(amountEur),
    formatCount(count),
    formatCount(count - amountCount)
  ]);
  const rest = sorted.length - shown.length;
  return [
    `### Par ${by}`,
    markupTable(
      `Attributions par ${by}`,
      [safe(label), "Montant, € hors taxes", "Attributions", "dont sans montant retenu"],
      rows
    ),
    ...(rest > 0
      ? [`${rest === 1 ? "Une autre est" : `Les ${formatCount(rest)} autres sont`} dans l’explorateur.`]
      : [])
  ];
}
