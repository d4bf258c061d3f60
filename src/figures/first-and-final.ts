import {dots} from "../components/dots.js";
import firstResultChange from "../indicators/first-result-change.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio, formatYear} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import {editionsOf, type Edition} from "./editions.js";
import {nightSources, sourceColumn} from "./solidarity.js";

interface Pairs {
  editions: Edition[];
  largest: number | null;
}

export default defineFigure<Pairs>({
  id: "first-and-final",
  tables: ["night_count"],
  indicators: [firstResultChange],
  prepare: ({night_count: rows}) => ({
    editions: editionsOf(rows, "paris"),
    largest: measure(firstResultChange, rows).value
  }),
  title: ({largest}) =>
    largest === null
      ? "Première annonce et résultat définitif"
      : `La première annonce n’a jamais été corrigée de plus de ${formatRatio(largest)}`,
  subtitle: () => "Première annonce (cercle) et résultat définitif (point) de chaque Nuit de la Solidarité, Paris",
  chart: ({editions}, context) => {
    if (editions.length === 0) return null;
    const values = editions.flatMap(({people, firstAnnounced}) => [people, firstAnnounced ?? people]);
    const [from, to] = [Math.floor(Math.min(...values) / 500) * 500, Math.ceil(Math.max(...values) / 500) * 500];
    return dots(
      editions.map((row) => ({
        name: `${formatYear(row.edition)}${row.isProvisional ? ", provisoire" : ""}`,
        label: changeOf(row),
        isBroken: row.breakBefore !== null,
        dots: [
          ...(row.firstAnnounced === null
            ? []
            : [
                {
                  x: row.firstAnnounced,
                  isHollow: true,
                  title: `${formatYear(row.edition)}, première annonce : ${formatCount(row.firstAnnounced)}`
                }
              ]),
          ...(row.isProvisional
            ? []
            : [{x: row.people, title: `${formatYear(row.edition)}, définitif : ${formatCount(row.people)}`}])
        ]
      })),
      {domain: [from, to], ticks: [from, (from + to) / 2, to], format: formatCount, color: colors.people},
      context
    );
  },
  table: ({editions}) => ({
    columns: [
      {key: "edition", label: "Édition", format: formatYear},
      {key: "first_announced", label: "Première annonce", missing: "non trouvée"},
      {key: "final_count", label: "Résultat définitif", missing: "pas encore trouvé"},
      {key: "change", label: "Écart", missing: "–", format: signed},
      sourceColumn
    ],
    rows: editions.map((row) => ({
      edition: row.edition,
      first_announced: row.firstAnnounced,
      final_count: row.isProvisional ? null : row.people,
      change: row.isProvisional || row.firstAnnounced === null ? null : row.people - row.firstAnnounced,
      source: row.source
    }))
  }),
  notes: () => [
    "Cet écart corrige le compte après coup : une équipe oubliée, un lieu reclassé. Ce n’est pas une marge d’erreur ; aucune n’est publiée.",
    "L’axe ne commence pas à zéro : il montre l’écart, pas la grandeur. Un trait pointillé sépare deux éditions qui ne se comparent pas."
  ],
  empty: "Aucune édition de la Nuit de la Solidarité dans ces données.",
  reading: ({editions}) => {
    const row = editions.find(({isProvisional, firstAnnounced}) => !isProvisional && firstAnnounced !== null);
    return row
      ? `pour ${formatYear(row.edition)}, ${formatCount(row.firstAnnounced ?? 0)} personnes ont été annoncées d’abord, puis ${formatCount(row.people)} une fois le compte vérifié.`
      : "aucune édition n’a encore les deux résultats.";
  },
  scope: () => "Totaux de Paris, tels qu’annoncés d’abord et tels que consolidés.",
  source: ({editions}) => nightSources(editions.at(-1))
});

function changeOf({isProvisional, firstAnnounced, people}: Edition): string {
  if (isProvisional || firstAnnounced === null) return formatCount(people);
  return `${formatCount(people)} (${signed(people - firstAnnounced)})`;
}

function signed(change: number): string {
  return change > 0 ? `+${formatCount(change)}` : change === 0 ? "0" : formatCount(change);
}
