import {formatRatio} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {bootstrapShare} from "../lib/metrics/bootstrap.js";
import {shareWith, type Weighing} from "../lib/metrics/parts.js";
import type {Row} from "../lib/schema.js";
import {fewestToChart} from "../lib/slices.js";
import {maybeHas, type Trait, type TraitColumn} from "../lib/traits.js";

type Link = Row<"award_supplier">;

/** What is counted, each with its title above a chart; the three are never added together. */
export const countings = {
  awards: "En nombre d’attributions",
  firm: "En montants fermes",
  ceilings: "En plafonds d’accords-cadres"
} as const;

/** A way of counting. */
export type Counting = keyof typeof countings;

/** The ways of counting, in the order in which they are shown. */
export const countingKeys = Object.keys(countings) as Counting[];

/** How the weights of a way of counting are added. */
export function weighingOf(counting: Counting): Weighing {
  return counting === "awards" ? "awards" : "euros";
}

/** What each supplier of an award weighs in one way of counting; suppliers that weigh nothing known are not there. */
export function weighted(links: readonly Link[], counting: Counting): {row: Link; weight: number}[] {
  if (counting === "awards") return links.map((row) => ({row, weight: row.share}));
  return links.flatMap((row) =>
    row.amount_eur !== null && row.is_framework === (counting === "ceilings") ? [{row, weight: row.amount_eur}] : []
  );
}

/** One share: its value, how sure it is, and how much stands behind it. */
export interface ShareCell {
  /** Among what is known; null when nothing is. */
  value: number | null;
  /** 95 %; null for fewer than twenty awards. */
  interval: {low: number; high: number} | null;
  /** Part of the whole of which the trait is known; null when there is no whole. */
  known: number | null;
  /** False for fewer than five suppliers. */
  isChartable: boolean;
}

/** The share of suppliers with a trait, in one way of counting, with its interval over awards. */
export function shareCell<K extends TraitColumn>(
  trait: Trait<K>,
  links: readonly Link[],
  counting: Counting
): ShareCell {
  const all = weighted(links, counting).map(({row, weight}) => ({row, weight, has: maybeHas(trait, row)}));
  const known = all.flatMap(({has, ...rest}) => (has === null ? [] : [{...rest, has}]));
  const interval = bootstrapShare(
    Array.from(groupBy(known, ({row}) => row.award_uid).values(), (parts) => {
      const whole = parts.reduce((sum, {weight}) => sum + weight, 0);
      const part = parts.reduce((sum, {weight, has}) => sum + (has ? weight : 0), 0);
      return {whole, part: Math.min(whole, part)};
    })
  );
  return {
    value: shareWith(known, weighingOf(counting)),
    interval: interval && {low: interval.low, high: interval.high},
    known: shareWith(
      all.map(({has, weight}) => ({has: has !== null, weight})),
      weighingOf(counting)
    ),
    isChartable: new Set(known.map(({row}) => row.supplier_id)).size >= fewestToChart
  };
}

/** Suppliers of each year, in order; those without a date are in no year. */
export function linksByYear(links: readonly Link[]): {year: number; rows: Link[]}[] {
  return Array.from(groupBy(links, ({year}) => year))
    .flatMap(([year, rows]) => (year === null ? [] : [{year, rows}]))
    .toSorted((a, b) => a.year - b.year);
}

/** `59,9 % (57 à 63 %)`; the value alone without an interval; "inconnue" without a value. */
export function cellInWords({value, interval}: Pick<ShareCell, "value" | "interval">): string {
  if (value === null) return "inconnue";
  return interval === null ? formatRatio(value) : `${formatRatio(value)} (${intervalInWords(interval)})`;
}

/** An interval in words: `57,1 % à 63,0 %`. */
export function intervalInWords({low, high}: {low: number; high: number}): string {
  return `${formatRatio(low)} à ${formatRatio(high)}`;
}

/** What an interval is, for a reader who meets one. */
export const intervalNote =
  "L’intervalle à 95 % dit de combien la part pourrait changer si l’on tirait d’autres attributions du même genre : 1 000 tirages avec remise (200 au-delà de 20 000 attributions), graine 2019 (générateur mulberry32), à partir de vingt attributions. Il ne dit rien des valeurs inconnues ni des erreurs de déclaration.";

/** Why frameworks stand apart. */
export const ceilingNote =
  "Le plafond d’un accord-cadre est un maximum, réparti ici à parts égales entre ses titulaires : il n’est jamais additionné aux montants fermes.";

/** Why a value is missing from a chart. */
export const fewSuppliersNote = `Un tiret : moins de ${fewestToChart} titulaires derrière la valeur, qui n’est alors pas dessinée.`;
