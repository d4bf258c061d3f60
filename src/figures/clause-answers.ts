import {shorten} from "../components/chart.js";
import {heat, type Tile} from "../components/heat.js";
import answeredShare from "../indicators/answered-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import type {Row} from "../lib/schema.js";
import {counted, procurementSource} from "./procurement.js";
import {fieldName, noContract} from "./quality.js";

/** The fields that the orders of 2022 brought on people, planet and competition, in the order shown. */
const fields = [
  "social",
  "environmental",
  "is_innovative",
  "has_subcontracting",
  "consortium_type",
  "offers_received"
] as const;

interface Cell {
  field: string;
  platform: string;
  year: number;
  asked: number;
  given: number;
  byDefault: number;
  defaultValue: string | null;
}

interface Answers {
  /** By field, then by platform (the one that is asked most first), then by year. */
  cells: Cell[];
  platformCount: number;
  firstYear: number | null;
  lastYear: number | null;
}

const platformsShown = 6;
const yearsShown = 6;
const fewRecords = 5;

export default defineFigure<Answers>({
  id: "clause-answers",
  tables: ["completeness"],
  indicators: [answeredShare],
  slice: (_, row) => isShownField((row as {field?: string}).field),
  prepare: ({completeness}) => {
    const asked = completeness.filter(({field, year}) => isShownField(field) && year !== null);
    const platforms = Array.from(groupBy(asked, ({platform}) => platform))
      .toSorted(([a, some], [b, others]) => askedOf(others) - askedOf(some) || (a < b ? -1 : 1))
      .map(([platform]) => platform);
    const years = asked.flatMap(({year}) => (year === null ? [] : [year]));
    return {
      cells: fields.flatMap((field) =>
        platforms.slice(0, platformsShown).flatMap((platform) =>
          asked
            .filter((row) => row.field === field && row.platform === platform)
            .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
            .map(toCell)
        )
      ),
      platformCount: platforms.length,
      firstYear: years.length === 0 ? null : Math.min(...years),
      lastYear: years.length === 0 ? null : Math.max(...years)
    };
  },
  title: ({cells}) => {
    const shown = [...new Set(cells.map(({field}) => field))];
    const usable = shown.filter((field) => givenOf(cells, field) > 0);
    if (shown.length === 0) return "Champs sociaux et environnementaux : qui répond";
    return usable.length < 2
      ? `${formatCount(usable.length)} champ sur ${formatCount(shown.length)} porte de vraies réponses`
      : `${formatCount(usable.length)} champs sur ${formatCount(shown.length)} portent de vraies réponses`;
  },
  subtitle: ({firstYear, lastYear}) =>
    `Part, en %, des enregistrements qui répondent, par champ, plateforme et année de notification${
      firstYear === null || lastYear === null
        ? ""
        : firstYear === lastYear
          ? `, ${formatYear(firstYear)}`
          : `, ${formatYear(firstYear)} à ${formatYear(lastYear)}`
    } ; hachuré : valeur par défaut`,
  chart: ({cells, lastYear}, context) => {
    if (cells.length === 0 || lastYear === null) return null;
    const first = Math.max(lastYear - yearsShown + 1, Math.min(...cells.map(({year}) => year)));
    const years = Array.from({length: lastYear - first + 1}, (_, i) => first + i);
    const labelWidth = Math.min(170, context.width * 0.38);
    return heat(
      Array.from(
        groupBy(cells, ({field}) => field),
        ([field, own]) => ({
          title: fieldName(field),
          rows: Array.from(
            groupBy(own, ({platform}) => platform),
            ([platform, some]) => ({
              label: shorten(platform, labelWidth / 6.2),
              tiles: years.map((year) => tileOf(some.find((cell) => cell.year === year)))
            })
          )
        })
      ),
      {columns: years.map(formatYear), labelWidth, rowHeight: 26},
      context
    );
  },
  table: ({cells}) => ({
    columns: [
      {key: "field", label: "Champ, plateforme et année"},
      {key: "answered_share", label: "Part qui répond", format: formatRatio},
      {key: "answered", label: "Vraies réponses"},
      {key: "by_default", label: "Valeur par défaut : non répondu"},
      {key: "default_value", label: "Quelle valeur", missing: "–"},
      {key: "asked", label: "Enregistrements interrogés"}
    ],
    rows: cells.map(({field, platform, year, asked, given, byDefault, defaultValue}) => ({
      field: `${fieldName(field)} · ${platform} · ${formatYear(year)}`,
      answered_share: given / asked,
      answered: given,
      by_default: byDefault,
      default_value: defaultValue === null ? null : (booleans[defaultValue] ?? defaultValue),
      asked
    }))
  }),
  notes: ({platformCount}) => [
    "Rien à une place : le format de cette année-là, chez cette plateforme, ne demande pas le champ. Ce n’est pas une absence de réponse.",
    "Hachuré : la plateforme met une seule et même valeur dans plus de 99 % des cas. C’est un réglage du logiciel, pas une réponse de l’acheteur : aucune de ses réponses à ce champ n’est alors comptée comme vraie, même les rares qui diffèrent.",
    `Un cadre sans couleur : moins de ${fewRecords} enregistrements, ou pas une réponse.`,
    "Un champ rempli n’est pas un champ juste : « pas de considération sociale » peut être un oubli.",
    ...(platformCount > platformsShown
      ? [`Les ${platformsShown} plateformes les plus interrogées, sur ${formatCount(platformCount)}.`]
      : [])
  ],
  empty: noContract,
  reading: ({cells}) => {
    const first = cells[0];
    return first
      ? `« ${fieldName(first.field)} », plateforme « ${first.platform} », ${formatYear(first.year)} : ${counted(first.given, "vraie réponse", "vraies réponses")} sur ${counted(first.asked, "enregistrement", "enregistrements")}.`
      : "aucun champ.";
  },
  scope: () =>
    "Enregistrements DECP dont le format demande le champ : celui de 2024, depuis le 1er janvier 2024, ou un tableau qui en a la colonne ; avant toute réunion de doublons.",
  source: () => procurementSource
});

const booleans: Readonly<Record<string, string>> = {false: "non", true: "oui"};

function isShownField(field: string | undefined): boolean {
  return fields.some((name) => name === field);
}

function toCell({field, platform, year, asked, answered, default_value, default_count}: Row<"completeness">): Cell {
  return {
    field,
    platform,
    year: year ?? 0,
    asked,
    given: default_value === null ? answered : 0,
    byDefault: default_count,
    defaultValue: default_value
  };
}

function tileOf(cell: Cell | undefined): Tile {
  if (!cell) return {step: null};
  if (cell.defaultValue !== null) return {step: "gap"};
  const share = cell.given / cell.asked;
  const label = String(Math.round(share * 100));
  return {step: cell.asked < fewRecords || share === 0 ? 0 : 1 + Math.min(5, Math.floor(share * 6)), label};
}

function askedOf(rows: readonly {asked: number}[]): number {
  return rows.reduce((sum, {asked}) => sum + asked, 0);
}

function givenOf(cells: readonly Cell[], field: string): number {
  return cells.filter((cell) => cell.field === field).reduce((sum, {given}) => sum + given, 0);
}
