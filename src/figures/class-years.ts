import {legend} from "../components/legend.js";
import {shares, type SharedBar} from "../components/shares.js";
import {stack} from "../components/stack.js";
import {defineFigure, type BigNumber, type Figure} from "../lib/figure.js";
import {formatCount, formatEuros, formatEurosExact, formatRatio, formatYear} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import {cutBetween} from "../lib/metrics/parts.js";
import type {Row} from "../lib/schema.js";
import {fewestToChart} from "../lib/slices.js";
import {
  ceilingNote,
  countingKeys,
  countings,
  fewSuppliersNote,
  linksByYear,
  weighingOf,
  weighted,
  type Counting
} from "./diversity.js";
import {divisionInWords, divisionSlice, inDivision} from "./division.js";
import {noAward, periodOf, procurementSource} from "./procurement.js";

/** A class of suppliers: its value in the table, its name and colour on screen. */
interface SupplierClass {
  value: string;
  name: string;
  color: string;
  ink: string;
}

/** A whole cut between the classes, the unknown last. */
interface Cut {
  weights: number[];
  isChartable: boolean;
}

/** Suppliers by class, year by year. */
export interface ClassYears<Extra = unknown> {
  years: {year: number; cuts: Record<Counting, Cut>}[];
  period: string;
  division: string;
  extra: Extra;
}

/** What a figure of classes says in its own words. */
interface ClassYearsOptions<Extra> {
  id: string;
  indicators: readonly AnyIndicator[];
  column: "size_class" | "enterprise_category" | "supplier_place";
  classes: readonly SupplierClass[];
  /** What the words need besides the cuts. */
  extraOf: (links: readonly Row<"award_supplier">[]) => Extra;
  title: (data: ClassYears<Extra>) => string;
  subject: string;
  unknownName: string;
  bigNumbers: (data: ClassYears<Extra>) => BigNumber[];
  notes: readonly string[];
  scope: string;
  /** False when there is nothing to show: the figure then says `empty`. */
  isTold?: (data: ClassYears<Extra>) => boolean;
  empty?: string;
}

const unknown = {color: "var(--rule)", ink: "var(--ink)"};

/** A figure of how awards, firm amounts and ceilings are cut between classes of suppliers, year by year. */
export function classYearsFigure<Extra>(options: ClassYearsOptions<Extra>): Figure<ClassYears<Extra>> {
  const {id, indicators, column, classes, extraOf, title, subject, unknownName, bigNumbers, notes, scope} = options;
  const values = classes.map(({value}) => value);
  const parts = [...classes, {...unknown, name: unknownName, value: "unknown"}];
  const isTold = ({years}: ClassYears<Extra>) => years.length > 0;
  return defineFigure<ClassYears<Extra>>({
    id,
    tables: ["award_supplier"],
    indicators,
    obeysCorrections: true,
    slice: divisionSlice,
    prepare: (tables, params) => {
      const {award_supplier: links} = inDivision(tables, params);
      return {
        years: linksByYear(links).map(({year, rows}) => ({
          year,
          cuts: Object.fromEntries(
            countingKeys.map((counting) => [counting, cutOf(rows, column, values, counting)])
          ) as Record<Counting, Cut>
        })),
        period: periodOf(links),
        division: divisionInWords(params),
        extra: extraOf(links)
      };
    },
    title,
    subtitle: ({period, division}) =>
      `${subject}, en nombre d’attributions, en montants fermes et en plafonds d’accords-cadres hors taxes, ${period}${division}`,
    bigNumbers,
    chart: (data, context) => {
      if (!(options.isTold ?? isTold)(data)) return null;
      const panels = countingKeys.flatMap((counting) => {
        const rows = data.years.filter(({cuts}) => totalOf(cuts[counting]) > 0);
        if (rows.length === 0) return [];
        const bars = rows.map(({year, cuts}) => barOf(year, cuts[counting], counting, parts));
        return [{title: countings[counting], svg: shares(bars, context)}];
      });
      return stack([{title: "", svg: legend(parts, context)}, ...panels], context);
    },
    table: (data) => ({
      columns: [
        {key: "counting", label: "Année et compte"},
        ...classes.map(({value, name}) => ({key: keyOf(value), label: name, format: formatRatio})),
        {key: "unknown_share", label: unknownName, format: formatRatio},
        {key: "awards", label: "Attributions", missing: "–"},
        {key: "amount_eur", label: "Euros hors taxes", format: formatEurosExact, missing: "–"}
      ],
      rows: (options.isTold ?? isTold)(data)
        ? data.years.flatMap(({year, cuts}) =>
            countingKeys.flatMap((counting) => tableRow(year, counting, cuts[counting]))
          )
        : []
    }),
    notes: () => [...notes, ceilingNote, fewSuppliersNote],
    empty: options.empty ?? noAward,
    reading: ({years}) => {
      const last = years.findLast(({cuts}) => cuts.awards.isChartable) ?? years.at(-1);
      if (!last) return "aucune année.";
      const {weights} = last.cuts.awards;
      const total = totalOf(last.cuts.awards);
      const largest = parts[weights.indexOf(Math.max(...weights))];
      return `en ${formatYear(last.year)}, sur ${formatCount(Math.round(total))} attributions, la classe la plus fréquente est « ${largest?.name ?? ""} » : ${formatRatio(Math.max(...weights) / total)}.`;
    },
    scope: () => scope,
    source: () => [
      ...procurementSource,
      {label: "Insee, Sirene", url: "https://www.data.gouv.fr/datasets/5b7ffc618b4c4169d30727e0"}
    ]
  });

  function tableRow(year: number, counting: Counting, cut: Cut) {
    const total = totalOf(cut);
    if (total === 0) return [];
    return [
      {
        counting: `${formatYear(year)} · ${countings[counting].replace("En ", "")}`,
        ...Object.fromEntries(parts.map(({value}, i) => [keyOf(value), (cut.weights[i] ?? 0) / total])),
        awards: counting === "awards" ? Math.round(total) : null,
        amount_eur: counting === "awards" ? null : total
      }
    ];
  }
}

function cutOf(
  links: readonly Row<"award_supplier">[],
  column: "size_class" | "enterprise_category" | "supplier_place",
  values: readonly string[],
  counting: Counting
): Cut {
  const parts = weighted(links, counting);
  const {known, unknown: rest} = cutBetween(
    parts.map(({row, weight}) => ({of: row[column], weight})),
    values,
    weighingOf(counting)
  );
  return {
    weights: [...known, rest],
    isChartable: new Set(parts.map(({row}) => row.supplier_id)).size >= fewestToChart
  };
}

function barOf(year: number, cut: Cut, counting: Counting, parts: readonly SupplierClass[]): SharedBar {
  const total = totalOf(cut);
  const whole = counting === "awards" ? formatCount(Math.round(total)) : formatEuros(total);
  const told = parts.map(({name}, i) => `${name} ${formatRatio((cut.weights[i] ?? 0) / total)}`).join(" ; ");
  return {
    name: formatYear(year),
    label: cut.isChartable ? whole : "–",
    title: cut.isChartable
      ? `${formatYear(year)} : ${told}`
      : `${formatYear(year)} : moins de ${fewestToChart} titulaires`,
    parts: cut.isChartable
      ? parts.map(({color, ink}, i) => ({
          share: (cut.weights[i] ?? 0) / total,
          color,
          ink,
          label: `${Math.round(((cut.weights[i] ?? 0) / total) * 100)}\u00a0%`
        }))
      : []
  };
}

function totalOf({weights}: Cut): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** `0-9` → `share_0_9`; `PME` → `share_pme`. */
function keyOf(value: string): string {
  return value === "unknown" ? "unknown_share" : `share_${value.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
}
