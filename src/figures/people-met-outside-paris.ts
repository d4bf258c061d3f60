import {bars} from "../components/bars.js";
import peopleMetOutsideParis from "../indicators/people-met-outside-paris.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatDate, formatYear} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {editionsOf, type Edition} from "./editions.js";
import {minimum, sourceColumn, verificationColumn} from "./solidarity.js";

interface Sides {
  editions: (Edition & {paris: number | null})[];
}

export default defineFigure<Sides>({
  id: "people-met-outside-paris",
  tables: ["night_count"],
  indicators: [peopleMetOutsideParis],
  prepare: ({night_count: rows}) => {
    const paris = new Map(editionsOf(rows, "paris").map(({edition, people}) => [edition, people]));
    return {
      editions: editionsOf(rows, "metropole").map((row) => ({...row, paris: paris.get(row.edition) ?? null}))
    };
  },
  title: ({editions}) => {
    const last = editions.at(-1);
    if (!last) return "Personnes rencontrées dans les communes volontaires";
    return `Au moins ${formatCount(last.people)} personnes rencontrées dans ${communes(last)} volontaires en ${formatYear(last.edition)}`;
  },
  subtitle: () => "Personnes rencontrées hors de Paris, dans des communes du Grand Paris qui changent chaque année",
  chart: ({editions}, context) =>
    editions.length === 0
      ? null
      : bars(
          editions.map((row) => ({
            x: row.edition,
            y: row.people,
            label: formatCount(row.people),
            title: `Nuit du ${formatDate(row.nightOn)}, ${communes(row)} : au moins ${formatCount(row.people)} personnes`,
            isProvisional: row.isProvisional,
            earlier: row.firstAnnounced
          })),
          {
            color: colors.people,
            height: 210,
            unit: "",
            breaks: editions
              .slice(1)
              .map((row) => ({x: row.edition, label: communes(row), reason: row.breakBefore ?? "Communes différentes"}))
          },
          context
        ),
  table: ({editions}) => ({
    columns: [
      {key: "edition", label: "Édition", format: formatYear},
      {key: "people_count", label: "Communes volontaires, au moins"},
      {key: "commune_count", label: "Nombre de communes"},
      {key: "paris_count", label: "Paris, la même nuit, au moins"},
      {key: "status", label: "Statut"},
      verificationColumn,
      sourceColumn
    ],
    rows: editions.map((row) => ({
      edition: row.edition,
      people_count: row.people,
      commune_count: row.communes,
      paris_count: row.paris,
      status: row.isProvisional ? "provisoire" : "définitif",
      verification: row.verification,
      source: row.source
    }))
  }),
  notes: ({editions}) => [
    `Les communes ne sont jamais les mêmes${editions.length > 1 ? ` : ${editions.map((row) => `${communes(row)} en ${formatYear(row.edition)}`).join(", ")}` : ""}. Aucune édition ne se compare à une autre.`,
    "Paris et les communes se lisent côte à côte, dans le tableau ; leur somme ne fait pas une série.",
    minimum
  ],
  empty: "Aucune édition hors de Paris dans ces données.",
  reading: ({editions}) => {
    const first = editions[0];
    return first
      ? `la nuit du ${formatDate(first.nightOn)}, au moins ${formatCount(first.people)} personnes ont été rencontrées dans ${communes(first)} hors de Paris.`
      : "aucune édition.";
  },
  scope: () => "Personnes sans abri rencontrées dans les communes volontaires du Grand Paris, Paris non compris.",
  source: ({editions}) => {
    const last = editions.at(-1);
    return [
      {label: "Métropole du Grand Paris et Apur", url: "https://www.apur.org"},
      ...(last ? [{label: `page lue pour ${last.edition}`, url: last.source}] : [])
    ];
  }
});

function communes({communes: count}: Edition): string {
  return count === null ? "des communes" : `${formatCount(count)} communes`;
}
