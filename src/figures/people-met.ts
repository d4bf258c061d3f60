import {bars, type SeriesBreak} from "../components/bars.js";
import peopleMet from "../indicators/people-met.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatDate, formatYear} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {typeset} from "../lib/typeset.js";
import {editionsOf, type Edition} from "./editions.js";
import {nightSources, sourceColumn, verificationColumn} from "./solidarity.js";

interface Editions {
  editions: Edition[];
}

export default defineFigure<Editions>({
  id: "people-met",
  tables: ["night_count"],
  indicators: [peopleMet],
  prepare: ({night_count: rows}) => ({editions: editionsOf(rows, "paris")}),
  title: ({editions}) => {
    const last = editions.at(-1);
    return last
      ? `Au moins ${formatCount(last.people)} personnes sans abri rencontrées à Paris en ${formatYear(last.edition)}`
      : "Personnes sans abri rencontrées à Paris";
  },
  subtitle: ({editions}) =>
    editions.length === 0
      ? "Une nuit d’hiver par an, dans Paris"
      : `Personnes rencontrées lors de chaque Nuit de la Solidarité, Paris, ${formatYear(editions[0]?.edition ?? 0)} à ${formatYear(editions.at(-1)?.edition ?? 0)}`,
  sentence: ({editions}) => {
    const last = editions.at(-1);
    if (!last) return "Aucune nuit n’est publiée.";
    return `La nuit du ${formatDate(last.nightOn)}, au moins ${formatCount(last.people)} personnes n’avaient à Paris aucun endroit où dormir, ou dormaient dans un lieu qui n’est pas fait pour cela.`;
  },
  bigNumbers: ({editions}) => {
    const last = editions.at(-1);
    const before = editions.at(-2);
    if (!last) return [];
    const comparable = before && last.breakBefore === null;
    return [
      {
        label: `Nuit du ${formatDate(last.nightOn)}, au moins`,
        value: `${formatCount(last.people)} personnes`,
        comparison: [
          last.isProvisional ? "premier résultat, provisoire" : "résultat définitif",
          comparable
            ? ` ; ${formatCount(before.people)} lors de la nuit du ${formatDate(before.nightOn)}`
            : " ; ne se compare pas à l’édition précédente"
        ].join("")
      }
    ];
  },
  chart: ({editions}, context) =>
    editions.length === 0
      ? null
      : bars(
          editions.map((row) => ({
            x: row.edition,
            y: row.people,
            label: formatCount(row.people),
            title: `Nuit du ${formatDate(row.nightOn)} : au moins ${formatCount(row.people)} personnes${row.isProvisional ? " (provisoire)" : ""}`,
            isProvisional: row.isProvisional,
            earlier: row.firstAnnounced
          })),
          {color: colors.people, height: 270, unit: "", breaks: breaksOf(editions)},
          context
        ),
  table: ({editions}) => ({
    columns: [
      {key: "edition", label: "Édition", format: formatYear},
      {key: "people_count", label: "Personnes rencontrées, au moins"},
      {key: "first_announced", label: "Première annonce", missing: "non trouvée"},
      {key: "status", label: "Statut"},
      {key: "night_on", label: "Nuit", format: formatDate},
      {
        key: "break_before",
        label: "Rupture avec l’édition précédente",
        format: (reason: string) => typeset(reason || "non")
      },
      verificationColumn,
      sourceColumn
    ],
    rows: editions.map((row) => ({
      edition: row.edition,
      people_count: row.people,
      first_announced: row.firstAnnounced,
      status: row.isProvisional ? "provisoire" : "définitif",
      night_on: row.nightOn,
      break_before: row.breakBefore ?? "",
      verification: row.verification,
      source: row.source
    }))
  }),
  notes: ({editions}) => [
    ...editions.flatMap(({edition, breakBefore}) =>
      breakBefore === null ? [] : [`${formatYear(edition)}, rupture avec l’édition précédente. ${breakBefore}`]
    ),
    ...(editions.some(({isProvisional}) => isProvisional)
      ? ["Barre vide au bord pointillé : premier résultat, qui peut encore changer."]
      : []),
    "Trait fin en travers d’une barre, ou juste au-dessus : la première annonce, quand elle diffère du résultat définitif.",
    "Rencontrer moins de personnes n’est pas forcément une bonne nouvelle : météo, évacuations et nombre de bénévoles comptent aussi."
  ],
  empty: "Aucune édition de la Nuit de la Solidarité dans ces données.",
  reading: ({editions}) => {
    const first = editions[0];
    return first
      ? `la nuit du ${formatDate(first.nightOn)}, au moins ${formatCount(first.people)} personnes ont été rencontrées dans Paris.`
      : "aucune édition.";
  },
  scope: () =>
    "Personnes rencontrées dans les rues, gares, stations, parkings, halls, hôpitaux, bois et talus de Paris. Les personnes hébergées, en squat ou cachées ne sont pas comptées : le nombre est un minimum.",
  source: ({editions}) => nightSources(editions.at(-1))
});

function breaksOf(editions: readonly Edition[]): SeriesBreak[] {
  return editions.flatMap(({edition, breakBefore, breakWords}) =>
    breakBefore === null ? [] : [{x: edition, label: breakWords ?? "périmètre changé", reason: breakBefore}]
  );
}
