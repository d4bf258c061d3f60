import {divisionName} from "../../figures/division.js";
import {counted} from "../../figures/procurement.js";
import {formatCount, formatEuros} from "../../lib/format.js";
import {fewestToChart} from "../../lib/slices.js";
import {typeset} from "../../lib/typeset.js";
import {markupTable, safe} from "../../methode/markup.js";
import {figureTag, page} from "../page.js";
import type {Division} from "./last-divisions.js";

/** What the page of a division says first: awards, suppliers, amounts, ceilings apart. */
export function divisionAnswer({awards, suppliers, firmEur, ceilingEur}: Division): string {
  const amounts = [
    ...(firmEur > 0 ? [`${formatEuros(firmEur)} fermes`] : []),
    ...(ceilingEur > 0 ? [`${formatEuros(ceilingEur)} de plafonds d'accords-cadres, comptés à part`] : [])
  ];
  return typeset(
    `${counted(awards, "attribution", "attributions")} à ${counted(suppliers, "titulaire", "titulaires")} : ${amounts.length === 0 ? "aucun montant lisible" : amounts.join(" et ")}.`
  );
}

/** The page of one CPV division, as Markdown. */
export function divisionPage(division: Division): string {
  const name = divisionName(division.division);
  const figure = (id: string) => figureTag(id, {cpv: division.division});
  const isChartable = division.suppliers >= fewestToChart;
  return page(JSON.stringify(typeset(`${division.division} · ${name}`)), name, [
    divisionAnswer(division),
    `Domaine d'achat : division ${division.division} du vocabulaire commun des marchés publics (CPV). [Tous les domaines](./).`,
    ...(isChartable
      ? [
          "<div data-corrections-switch></div>",
          "## Année par année",
          figure("awards-by-year"),
          "## À qui",
          figure("top-suppliers"),
          "## La taille des titulaires",
          figure("supplier-size"),
          "## Les offres",
          figure("offers-by-year"),
          "## Les procédures",
          figure("procedure-mix")
        ]
      : [
          `Moins de ${fewestToChart} titulaires : un graphique décrirait une entreprise, pas un domaine. Il n'y en a donc pas.`
        ]),
    "## Ce que cette page ne dit pas",
    "Un contrat n'a qu'un code CPV : un marché qui mêle travaux et fournitures est dans un seul domaine. Les codes de sept chiffres sont réparés quand c'est sûr ; les autres contrats sans code lisible ne sont dans aucun domaine. Un montant est un engagement, souvent un maximum."
  ]);
}

/** The list of divisions, as Markdown. */
export function divisionsPage(divisions: readonly Division[]): string {
  const largest = divisions.toSorted((a, b) => b.awards - a.awards)[0];
  return page("Marchés par domaine d’achat", "Que s'achète-t-il ?", [
    largest === undefined
      ? "Aucune donnée n’a encore été construite, ou aucun marché n’a de code lisible."
      : `Les marchés lus couvrent ${formatCount(divisions.length)} des 45 domaines d'achat ; le plus fréquent est « ${divisionName(largest.division)} », avec ${counted(largest.awards, "attribution", "attributions")}.`,
    "Un domaine d'achat est une division du vocabulaire commun des marchés publics (CPV) : les deux premiers chiffres du code (règlement (CE) n° 213/2008). Les plafonds d'accords-cadres sont des maximums, à part des montants fermes.",
    markupTable(
      "Domaines d’achat",
      ["Domaine", "Attributions", "Titulaires", "Montants fermes", "Plafonds d’accords-cadres"],
      divisions.map(({division, awards, suppliers, firmEur, ceilingEur}) => [
        `<a href="./${division}">${safe(`${division} · ${divisionName(division)}`)}</a>`,
        formatCount(awards),
        formatCount(suppliers),
        formatEuros(firmEur),
        formatEuros(ceilingEur)
      ])
    )
  ]);
}
