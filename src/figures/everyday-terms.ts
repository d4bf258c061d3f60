import footprintPath from "../indicators/footprint-path.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatMegatonnes, formatYear} from "../lib/format.js";
import {everydayWords} from "../lib/human/equivalence.js";
import {everyday, type Everyday} from "../lib/metrics/everyday.js";
import type {Row} from "../lib/schema.js";
import {publisherOf} from "./publisher.js";

interface Terms {
  footprint: {mt: number; year: number; sourceUrl: string} | null;
  terms: (Everyday & {words: string})[];
}

/** The footprint of Paris in everyday terms; local emissions are refused, for the factors count more than them. */
export default defineFigure<Terms>({
  id: "everyday-terms",
  tables: ["emission", "equivalence"],
  indicators: [footprintPath],
  prepare: ({emission, equivalence}) => {
    const last = emission
      .filter(({series, level}) => series === "plan2024_empreinte" && level === "total")
      .toSorted((a, b) => b.year - a.year)[0];
    const factors = Object.keys(everydayWords).flatMap(
      (key) => equivalence.find((row) => row.key === key && row.is_published) ?? []
    );
    return {
      footprint: last ? {mt: last.emissions_mt, year: last.year, sourceUrl: last.source_url} : null,
      terms: last ? wordsOf(last, factors) : []
    };
  },
  title: ({footprint}) =>
    footprint ? `L’empreinte de ${formatYear(footprint.year)}, en choses de tous les jours` : "En termes humains",
  subtitle: ({footprint}) =>
    footprint
      ? `Ce qui émettrait autant que l’empreinte carbone de Paris, ${formatMegatonnes(footprint.mt)} équivalent CO₂`
      : "Ce qui émettrait autant que l’empreinte carbone de Paris",
  table: ({terms}) => ({
    columns: [
      {key: "words", label: "Chose"},
      {key: "count", label: "Combien émettent autant", format: inMillions},
      {key: "vintage", label: "Millésime du facteur"},
      {key: "source", label: "Facteur lu dans"}
    ],
    rows: terms.map(({words, count, vintage, sourceUrl}) => ({words, count, vintage, source: sourceUrl}))
  }),
  notes: () => [
    "Une équivalence aide à se figurer une taille ; elle ne dit pas d’où viennent ces émissions.",
    "Les émissions locales n’ont pas d’équivalence ici : ces facteurs comptent aussi ce qui est émis ailleurs, et la comparaison mêlerait deux périmètres."
  ],
  empty: "Aucune empreinte, ou aucun facteur, dans ces données.",
  reading: ({terms}) => {
    const first = terms[0];
    return first ? `${inMillions(first.count)} ${first.words} émettraient autant.` : "aucune équivalence.";
  },
  scope: () => "L’empreinte carbone totale d’une année, et un facteur de l’ADEME par chose. Statut : publiés.",
  source: ({footprint, terms}) => [
    ...(footprint ? [{label: publisherOf(footprint.sourceUrl), url: footprint.sourceUrl}] : []),
    ...terms
      .slice(0, 1)
      .map(({vintage, sourceUrl}) => ({label: `ADEME, Impact CO2, millésime ${vintage}`, url: sourceUrl}))
  ]
});

function wordsOf({emissions_mt}: Row<"emission">, factors: readonly Row<"equivalence">[]): Terms["terms"] {
  return everyday({kg: emissions_mt * 1e9, scope: "footprint"}, factors).map((term) => ({
    ...term,
    words: everydayWords[term.key] ?? term.label
  }));
}

/** A large count that can be said: millions, or billions from a thousand millions, whole. */
function inMillions(count: number): string {
  return count >= 1e9 ? `${formatCount(count / 1e9)}\u00a0milliards` : `${formatCount(count / 1e6)}\u00a0millions`;
}
