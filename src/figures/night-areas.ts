import {heat} from "../components/heat.js";
import publishedAreas from "../indicators/published-areas.js";
import {areaName, areas, hiddenCompanion, underThreshold} from "../lib/disclosure.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatYear} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {authority, nightSources, sourceColumn, statusColumn, verificationColumn} from "./solidarity.js";

interface Area {
  edition: number;
  area: string;
  scope: string;
  status: string;
  people: number | string;
  verification: string | null;
  source: string;
}

interface Areas {
  /** Best known first for each area and edition. */
  rows: Area[];
  editions: number[];
  most: number;
}

/** Columns of the chart: what was published as areas then. */
const shownAreas = areas.filter((area) => !["1", "2", "4"].includes(area));

export default defineFigure<Areas>({
  id: "night-areas",
  tables: ["night_count_area", "night_count"],
  indicators: [publishedAreas],
  prepare: ({night_count_area: rows, night_count}) => ({
    rows: rows
      .map((row) => ({
        edition: row.edition,
        area: row.area,
        scope: row.scope,
        status: row.status,
        people: row.people_count ?? (row.mask === "threshold" ? underThreshold : hiddenCompanion),
        verification: row.verification,
        source: row.source_url
      }))
      .toSorted(
        (a, b) =>
          a.edition - b.edition ||
          areas.indexOf(a.area) - areas.indexOf(b.area) ||
          authority.indexOf(a.status) - authority.indexOf(b.status)
      ),
    editions: rows.length === 0 ? [] : [...new Set(night_count.map(({edition}) => edition))].toSorted((a, b) => a - b),
    most: measure(publishedAreas, rows).value ?? 0
  }),
  title: ({most}) =>
    most === 0
      ? "Décompte par arrondissement"
      : `Jamais plus de ${formatCount(most)} arrondissements publiés avec un même champ`,
  subtitle: ({editions}) =>
    editions.length === 0
      ? "Personnes rencontrées par arrondissement"
      : `Ce qui est publié par arrondissement, ${formatYear(editions[0] ?? 0)} à ${formatYear(editions.at(-1) ?? 0)} ; case hachurée : non publié`,
  chart: ({rows, editions}, context) => {
    if (rows.length === 0) return null;
    const tile = (area: string, edition: number) => {
      const row = rows.find((one) => one.area === area && one.edition === edition);
      if (!row) return {step: "gap" as const};
      return {
        step: row.scope === "rues" ? 1 : 2,
        label: typeof row.people === "number" ? formatCount(row.people) : "<11"
      };
    };
    return heat(
      [
        {
          title: "",
          rows: shownAreas.map((area) => ({
            label: area === "paris-centre" ? "Centre" : areaName(area),
            tiles: editions.map((edition) => tile(area, edition))
          }))
        }
      ],
      {
        columns: editions.map((edition) => (context.width > 500 ? String(edition) : `’${String(edition).slice(2)}`)),
        labelWidth: 48,
        rowHeight: 22
      },
      context
    );
  },
  table: ({rows}) => ({
    columns: [
      {key: "zone", label: "Édition et zone"},
      {
        key: "people_count",
        label: "Personnes",
        format: (people: number | string) => (typeof people === "number" ? formatCount(people) : people)
      },
      {key: "scope", label: "Champ"},
      statusColumn,
      verificationColumn,
      sourceColumn
    ],
    rows: rows.map((row) => ({
      zone: `${row.edition}, ${areaName(row.area)}`,
      people_count: row.people,
      scope: row.scope,
      status: row.status,
      verification: row.verification,
      source: row.source
    }))
  }),
  notes: ({rows, editions}) => [
    "La couleur dit le champ, pas la quantité : claire, rues seules ; plus soutenue, autre champ ou champ non précisé. Deux champs ne se comparent pas et ne s’additionnent pas.",
    ...(editions.length > 0
      ? [emptyEditions(rows, editions)].flatMap((years) =>
          years.length === 0 ? [] : [`${years.map(formatYear).join(", ")} : aucune zone publiée.`]
        )
      : []),
    "Pas de carte : aucune édition n’a de table complète, et les zones publiées sont celles que la presse a choisies. Une absence n’est pas un zéro.",
    ...(rows.some(({verification}) => verification?.includes("conflit"))
      ? [
          "Certaines zones ont deux nombres qui ne s’accordent pas : la colonne « Vérification » le dit, les deux restent."
        ]
      : [])
  ],
  empty: "Aucun nombre par arrondissement dans ces données.",
  reading: ({rows}) => {
    const row = rows.find(({people}) => typeof people === "number");
    return row
      ? `en ${formatYear(row.edition)}, ${typeof row.people === "number" ? formatCount(row.people) : row.people} personnes ont été rencontrées dans ${row.area === "paris-centre" ? "" : "le "}${areaName(row.area)} (champ : ${row.scope}).`
      : "aucune zone.";
  },
  scope: () =>
    "Arrondissements et Paris Centre seulement, jamais plus fin. Les bois sont comptés par type de lieu, ensemble.",
  source: ({rows}) => nightSources(rows.at(-1))
});

function emptyEditions(rows: readonly Area[], editions: readonly number[]): number[] {
  return editions.filter((edition) => !rows.some((row) => row.edition === edition));
}
