import {piles, type PilePart} from "../components/piles.js";
import itemisedShare from "../indicators/itemised-share.js";
import {hiddenCompanion, underThreshold} from "../lib/disclosure.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatShare, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {placeName} from "../lib/night-places.js";
import {colors} from "../lib/palette.js";
import {editionsOf} from "./editions.js";
import {nightSources, sourceColumn, statusColumn, statusName, verificationColumn} from "./solidarity.js";

interface Pile {
  edition: number;
  status: string;
  total: number;
  /** People by part of the chart. */
  parts: Record<string, number>;
  source: string;
}

interface Cell {
  edition: number;
  place: string;
  status: string;
  people: number | string;
  method: string;
  isShown: boolean;
  verification: string | null;
  source: string;
}

interface Places {
  piles: Pile[];
  cells: Cell[];
}

/** The parts of the chart; a small place is stacked with its neighbour, so that nothing hidden can be read off. */
const parts: readonly (PilePart & {places: readonly string[]})[] = [
  {key: "street", name: "rues", color: colors.street, ink: colors.paper, places: ["street"]},
  {key: "metro", name: "métro et RER", color: colors.metro, ink: colors.onBright, places: ["metro"]},
  {key: "stations", name: "gares", color: colors.stations, ink: colors.paper, places: ["stations"]},
  {
    key: "green",
    name: "bois, talus, parcs, campements",
    color: colors.green,
    ink: colors.onBright,
    places: ["woods", "green", "woods_and_green"]
  },
  {key: "car_parks", name: "parkings", color: colors.car_parks, ink: colors.paper, places: ["car_parks"]},
  {
    key: "care",
    name: "hôpitaux et adresses de bailleurs",
    color: colors.care,
    ink: colors.onBright,
    places: ["hospitals", "landlords", "hospitals_and_landlords"]
  },
  {key: "not_itemised", name: "non détaillé", color: "none", ink: colors.ink, isOpen: true, places: ["not_itemised"]}
];

const methods: Readonly<Record<string, string>> = {
  publie: "nombre publié",
  derive_ecart_publie: "nombre de l’année suivante, moins l’écart publié",
  reste: "total publié, moins les lieux publiés"
};

export default defineFigure<Places>({
  id: "night-places",
  tables: ["night_count_place", "night_count"],
  indicators: [itemisedShare],
  prepare: ({night_count_place: rows, night_count}) => {
    const shown = groupBy(
      rows.filter(({is_shown, people_count}) => is_shown && people_count !== null),
      ({edition}) => edition
    );
    return {
      piles: editionsOf(night_count, "paris").map((night) => {
        const own = shown.get(night.edition) ?? [];
        const [first] = own;
        if (!first)
          return {
            edition: night.edition,
            status: night.isProvisional ? "provisoire" : "definitif",
            total: night.people,
            parts: {not_itemised: night.people},
            source: night.source
          };
        const sumOf = (places: readonly string[]) =>
          own.filter(({place}) => places.includes(place)).reduce((sum, {people_count}) => sum + (people_count ?? 0), 0);
        return {
          edition: night.edition,
          status: first.status,
          total: own.reduce((sum, {people_count}) => sum + (people_count ?? 0), 0),
          parts: Object.fromEntries(parts.map(({key, places}) => [key, sumOf(places)])),
          source: first.source_url
        };
      }),
      cells: rows.map((row) => ({
        edition: row.edition,
        place: row.place,
        status: row.status,
        people: row.people_count ?? (row.mask === "threshold" ? underThreshold : hiddenCompanion),
        method: row.method,
        isShown: row.is_shown,
        verification: row.verification,
        source: row.source_url
      }))
    };
  },
  title: ({piles: all}) => {
    const last = all.findLast(({parts: own}) => (own.street ?? 0) > 0);
    return last
      ? `En ${formatYear(last.edition)}, ${formatShare((last.parts.street ?? 0) / last.total)} des personnes rencontrées l’étaient dans les rues`
      : "Où les personnes ont été rencontrées";
  },
  subtitle: () => "Personnes rencontrées par type de lieu, Paris ; statut le plus détaillé de chaque édition",
  chart: ({piles: all}, context) =>
    all.length === 0
      ? null
      : piles(
          all.map((pile) => ({
            name: `${formatYear(pile.edition)}, ${statusName(pile.status)}`,
            label: formatCount(pile.total),
            parts: pile.parts
          })),
          parts,
          formatCount,
          context
        ),
  table: ({cells}) => ({
    columns: [
      {key: "cell", label: "Édition et lieu"},
      {
        key: "people_count",
        label: "Personnes",
        format: (people: number | string) => (typeof people === "number" ? formatCount(people) : people)
      },
      statusColumn,
      {key: "is_shown", label: "Dans le graphique"},
      {key: "method", label: "Origine", format: (method: string) => methods[method] ?? method},
      verificationColumn,
      sourceColumn
    ],
    rows: cells.map((cell) => ({
      cell: `${cell.edition}, ${placeName(cell.place)}`,
      people_count: cell.people,
      status: cell.status,
      is_shown: cell.isShown,
      method: cell.method,
      verification: cell.verification,
      source: cell.source
    }))
  }),
  notes: ({piles: all, cells}) => [
    ...all
      .filter(({parts: own, total}) => (own.not_itemised ?? 0) > 0 && (own.not_itemised ?? 0) < total)
      .map(
        ({edition, parts: own, total}) =>
          `${formatYear(edition)} : les lieux publiés font ${formatCount(total - (own.not_itemised ?? 0))} sur ${formatCount(total)}. Le reste n’est pas détaillé par la source ; il n’est pas réparti.`
      ),
    ...all
      .filter(({parts: own, total}) => own.not_itemised === total)
      .map(({edition}) => `${formatYear(edition)} : aucun nombre par lieu n’est encore publié.`),
    ...(cells.some(({people}) => people === underThreshold)
      ? [
          `« ${underThreshold} » : un nombre si petit pourrait désigner des personnes. « ${hiddenCompanion} » : une soustraction le rendrait ; les deux lieux sont publiés ensemble.`
        ]
      : []),
    "Les lieux visités et leur classement changent d’une édition à l’autre : les barres se lisent une par une."
  ],
  empty: "Aucun nombre par type de lieu dans ces données.",
  reading: ({piles: all}) => {
    const pile = all.find(({parts: own}) => (own.street ?? 0) > 0);
    return pile
      ? `en ${formatYear(pile.edition)}, ${formatCount(pile.parts.street ?? 0)} des ${formatCount(pile.total)} personnes rencontrées l’étaient dans les rues.`
      : "aucun lieu n’est publié.";
  },
  scope: () => "Personnes rencontrées dans Paris, par type de lieu. Les bois sont réunis ; aucun lieu n’est nommé.",
  source: ({piles: all}) => nightSources(all.findLast(({parts: own}) => (own.street ?? 0) > 0) ?? all.at(-1))
});
