import {intervals} from "../components/intervals.js";
import {stack} from "../components/stack.js";
import {defineFigure, type BigNumber, type Figure} from "../lib/figure.js";
import {formatRatio, formatYear} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import type {Trait} from "../lib/traits.js";
import {
  ceilingNote,
  cellInWords,
  countingKeys,
  countings,
  fewSuppliersNote,
  intervalInWords,
  intervalNote,
  linksByYear,
  shareCell,
  type Counting,
  type ShareCell
} from "./diversity.js";
import {divisionInWords, divisionSlice, inDivision} from "./division.js";
import {noAward, periodOf, procurementSource} from "./procurement.js";

/** Shares of one trait, all years together and year by year. */
interface TraitShares {
  all: Record<Counting, ShareCell>;
  years: {year: number; cells: Record<Counting, ShareCell>}[];
}

/** Shares of the traits of a figure, in its order. */
export interface TraitYears {
  traits: TraitShares[];
  period: string;
  division: string;
}

/** A trait as a figure shows it. */
interface ShownTrait {
  /** Above its charts, and in the table; not needed where a figure has one trait. */
  name: string;
  trait: Trait<any>;
  color: string;
}

/** A published share to read ours against, in one way of counting. */
export interface Yardstick {
  counting: Counting;
  value: number;
  /** Short, on the chart. */
  label: string;
}

interface TraitYearsOptions {
  id: string;
  indicators: readonly AnyIndicator[];
  shown: readonly [ShownTrait, ...ShownTrait[]];
  /** Which ways of counting are drawn; all by default. */
  drawn?: readonly Counting[];
  /** Keeps the links that the figure is about; all by default. */
  keeps?: (row: Row<"award_supplier">) => boolean;
  /** After a share: "des attributions " + … */
  finding: string;
  neutral: string;
  subject: string;
  notes: readonly string[];
  scope: string;
  empty?: string;
  yardsticks?: readonly Yardstick[];
  sources?: readonly {label: string; url: string}[];
}

/** A figure of shares of suppliers with a trait, with intervals, year by year, in each way of counting. */
export function traitYearsFigure(options: TraitYearsOptions): Figure<TraitYears> {
  const {shown, keeps = () => true, drawn = countingKeys, yardsticks = []} = options;
  const first = (data: TraitYears) => data.traits[0]?.all.awards ?? null;
  const isTold = ({traits}: TraitYears) => traits.some(({all}) => drawn.some((one) => all[one].value !== null));
  return defineFigure<TraitYears>({
    id: options.id,
    tables: ["award_supplier"],
    indicators: options.indicators,
    obeysCorrections: true,
    slice: (table, row, params) =>
      divisionSlice(table, row, params) && (table !== "award_supplier" || keeps(row as Row<"award_supplier">)),
    prepare: (tables, params) => {
      const links = inDivision(tables, params).award_supplier.filter(keeps);
      const years = linksByYear(links);
      return {
        traits: shown.map(({trait}) => ({
          all: cells(trait, links),
          years: years.map(({year, rows}) => ({year, cells: cells(trait, rows)}))
        })),
        period: periodOf(links),
        division: divisionInWords(params)
      };
    },
    title: (data) => {
      const value = first(data)?.value ?? null;
      return value === null ? options.neutral : `${formatRatio(value)} des attributions ${options.finding}`;
    },
    subtitle: ({period, division}) => `${options.subject}, avec leur intervalle à 95 %, ${period}${division}`,
    bigNumbers: (data) => drawn.flatMap((counting) => bigNumber(counting, data.traits[0]?.all[counting])),
    chart: (data, context) => {
      if (!isTold(data)) return null;
      const largest = largestOf(data, drawn, yardsticks);
      const panels = shown.flatMap(({name, color}, i) =>
        drawn.flatMap((counting) => {
          const own = data.traits[i];
          if (!own || own.all[counting].value === null) return [];
          const rows = [
            ...own.years.map(({year, cells: one}) => rowOf(formatYear(year), one[counting])),
            ...(own.years.length > 1 ? [rowOf("Ensemble", own.all[counting])] : [])
          ];
          const title = shown.length > 1 ? `${name}, ${countings[counting].toLowerCase()}` : countings[counting];
          const marks = yardsticks.filter((one) => one.counting === counting);
          const panel = {
            ...context,
            width: shown.length > 1 || drawn.length > 1 ? Math.min(340, context.width) : context.width
          };
          return [{title, svg: intervals(rows, {color, largest, yardsticks: marks}, panel)}];
        })
      );
      return stack(panels, context);
    },
    table: (data) => ({
      columns: [
        {key: "measure", label: shown.length > 1 ? "Définition et compte" : "Compte"},
        {key: "share", label: "Part", format: formatRatio, missing: "inconnue"},
        {key: "low", label: "Intervalle, bas", format: formatRatio, missing: "–"},
        {key: "high", label: "Intervalle, haut", format: formatRatio, missing: "–"},
        {key: "known_share", label: "Part connue", format: formatRatio, missing: "–"},
        {key: "year", label: "Année", format: formatYear, missing: "ensemble"}
      ],
      rows: isTold(data)
        ? shown.flatMap(({name}, i) =>
            drawn.flatMap((counting) => {
              const own = data.traits[i];
              const measureName = countings[counting].replace("En ", "");
              const label = shown.length > 1 ? `${name}, ${measureName}` : measureName;
              return own
                ? [
                    ...own.years.map(({year, cells: one}) => tableRow(label, year, one[counting])),
                    tableRow(label, null, own.all[counting])
                  ]
                : [];
            })
          )
        : []
    }),
    notes: () => [...options.notes, intervalNote, ceilingNote, fewSuppliersNote],
    empty: options.empty ?? noAward,
    reading: (data) => {
      const last = data.traits[0]?.years.findLast(
        ({cells: one}) => one.awards.value !== null && one.awards.isChartable
      );
      return last
        ? `en ${formatYear(last.year)}, ${cellInWords(last.cells.awards)} des attributions ${options.finding}.`
        : "aucune année n’a assez de titulaires connus.";
    },
    scope: () => options.scope,
    source: () => [
      ...procurementSource,
      {label: "Insee, Sirene", url: "https://www.data.gouv.fr/datasets/5b7ffc618b4c4169d30727e0"},
      ...(options.sources ?? [])
    ]
  });
}

function cells(trait: Trait<any>, links: readonly Row<"award_supplier">[]): Record<Counting, ShareCell> {
  return Object.fromEntries(countingKeys.map((one) => [one, shareCell(trait, links, one)])) as Record<
    Counting,
    ShareCell
  >;
}

function bigNumber(counting: Counting, cell: ShareCell | undefined): BigNumber[] {
  if (!cell || cell.value === null || !cell.isChartable) return [];
  const sure = cell.interval === null ? "" : ` ; entre ${intervalInWords(cell.interval).replace(" à ", " et ")}`;
  return [
    {
      label: countings[counting],
      value: formatRatio(cell.value),
      comparison: `réponse connue pour ${formatRatio(cell.known ?? 0)} du total${sure}`
    }
  ];
}

/** Largest ratio of the axes: that of all charts of the figure, with a little room, 1 at most. */
function largestOf({traits}: TraitYears, drawn: readonly Counting[], yardsticks: readonly Yardstick[]): number {
  const ends = traits.flatMap(({all, years}) =>
    [all, ...years.map(({cells: one}) => one)].flatMap((one) =>
      drawn.flatMap((counting) => {
        const {value, interval, isChartable} = one[counting];
        return isChartable ? [value ?? 0, interval?.high ?? 0] : [];
      })
    )
  );
  return Math.min(1, Math.max(0.02, ...ends, ...yardsticks.map(({value}) => value)) * 1.08);
}

function rowOf(name: string, cell: ShareCell) {
  const shown = cell.isChartable ? cell.value : null;
  return {
    name,
    value: shown,
    interval: shown === null ? null : cell.interval,
    label: shown === null ? "–" : formatRatio(shown),
    title: `${name} : ${shown === null ? "trop peu de titulaires connus" : cellInWords(cell)}`
  };
}

function tableRow(label: string, year: number | null, {value, interval, known}: ShareCell) {
  return {
    measure: label,
    share: value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    known_share: known,
    year
  };
}
