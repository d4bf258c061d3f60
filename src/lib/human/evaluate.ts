import {formatCount} from "../format.js";
import {measure, sift, type AnyIndicator, type Unit} from "../indicator.js";
import type {Everyday} from "../metrics/everyday.js";
import {wilson} from "../metrics/rate.js";
import type {HumanDefinition} from "./definition.js";
import {equivalenceOf, type EquivalenceRow} from "./equivalence.js";
import {columnOf, filterRows, type AnyRow} from "./filter.js";
import {breakBetween, isProvisional, rowsByYear, yearColumnOf, yearUnderway, type YearUnderway} from "./years.js";

/** What may be missing from an evaluation. */
export type EvaluationPart = "value" | "years" | "comparison" | "equivalence" | "interval";

/** What a human indicator is set beside, in the unit of its measure. */
interface Compared {
  value: number;
  /** The value of the indicator minus this one. */
  difference: number;
  /** Its year; null when it is another place or domain. */
  year: number | null;
}

/** A human indicator over the rows of a build. */
export interface Evaluation {
  unit: Unit;
  value: number | null;
  used: number;
  /** Rows left out, by reason in words; reasons that left none out are absent. */
  leftOut: Readonly<Record<string, number>>;
  /** The years that the value tells about; the same twice for one year. */
  years: {first: number; last: number} | null;
  isProvisional: boolean;
  /** The year left out because it is not over; null when there is none, or the value is not that of one year. */
  underway: YearUnderway | null;
  comparison: Compared | null;
  equivalence: Everyday | null;
  /** Wilson's interval at 95 %, where the value is a share of rows that weigh the same. */
  interval: {low: number; high: number} | null;
  /** What there is not, and why, in words; a comparison or an equivalence that was not asked for is not missing. */
  missing: readonly {part: EvaluationPart; reason: string}[];
}

/** What {@link evaluate} reads besides the definition. */
export interface EvaluationData {
  /** The indicator whose id is the definition's `measure`. */
  indicator: AnyIndicator;
  /** Rows of its table, with the columns that `columnsRead` lists, in any order. */
  rows: readonly AnyRow[];
  equivalences: readonly EquivalenceRow[];
}

/**
 * Computes a human indicator. Compared with the year before, it is that of the last whole year of the rows used; else of all rows.
 *
 * @throws {RangeError} When the measure is another, or a column of a filter or of the comparison is not in its table.
 */
export function evaluate(definition: HumanDefinition, {indicator, rows, equivalences}: EvaluationData): Evaluation {
  if (indicator.id !== definition.measure)
    throw new RangeError(
      `${definition.id}: expected "${definition.measure}", got "${indicator.id}". Pass its measure.`
    );
  const missing: {part: EvaluationPart; reason: string}[] = [];
  const kept = filterRows(indicator, rows, definition.filter, `${definition.id}: filter`);
  const column = yearColumnOf(indicator, definition);
  const isYearly = definition.comparison.kind === "previous";
  const underway = isYearly && column !== null ? yearUnderway(rows, column) : null;
  const years =
    column === null ? new Map<number, AnyRow[]>() : rowsByYear(indicator, kept, checkYear(indicator, column), underway);
  const own = (isYearly && [...years.values()].at(-1)) || kept;
  const {value, used, leftOut} = measure(indicator, own as never[]);
  const told = toldYears(indicator, years, isYearly, value);
  const latest = (told && years.get(told.last)) ?? own;
  const note = <T>(part: EvaluationPart, found: T | string | null): T | null => {
    if (typeof found !== "string") return found;
    missing.push({part, reason: found});
    return null;
  };
  if (value === null) note("value", whyNoValue(used, inWords(indicator, leftOut)));
  return {
    unit: indicator.unit,
    value,
    used,
    leftOut: inWords(indicator, leftOut),
    years: note("years", told ?? "Les lignes utilisées ne disent pas de quelle année elles sont."),
    isProvisional: isProvisional(indicator, latest),
    underway,
    comparison: note("comparison", compare(definition, value, {indicator, rows, years: [...years]})),
    equivalence: note(
      "equivalence",
      definition.equivalence === null || value === null
        ? null
        : equivalenceOf(
            definition.equivalence,
            {value, unit: indicator.unit, perimeters: perimetersOf(indicator, own)},
            equivalences
          )
    ),
    interval: note("interval", intervalOf(indicator, own, value)),
    missing
  };
}

function checkYear({needs}: AnyIndicator, column: string): string {
  if (columnOf(needs, column)?.type !== "integer")
    throw new RangeError(`comparison.column: expected a yearly column of "${needs}", got "${column}". Choose another.`);
  return column;
}

function compare(
  definition: HumanDefinition,
  value: number | null,
  {indicator, rows, years}: {indicator: AnyIndicator; rows: readonly AnyRow[]; years: [number, AnyRow[]][]}
): Compared | string | null {
  const {comparison} = definition;
  if (comparison.kind === "none" || value === null) return null;
  if (comparison.kind === "target") return beside(value, comparison.value, comparison.year);
  if (comparison.kind === "other") {
    const others = filterRows(indicator, rows, comparison.filter, `${definition.id}: comparison.filter`);
    const other = measure(indicator, others as never[]).value;
    return other === null ? `Aucune valeur pour « ${comparison.label} ».` : beside(value, other, null);
  }
  const [before, last] = years.slice(-2);
  if (before === undefined || last === undefined) return "Une seule année dans ces données : rien à quoi la comparer.";
  const broken = breakBetween(indicator, before[1], last[1]);
  if (broken !== null) return `Rupture de série : ${broken}`;
  const previous = measure(indicator, before[1] as never[]).value;
  return previous === null ? "L’année d’avant n’a pas de valeur." : beside(value, previous, before[0]);
}

function beside(value: number, other: number, year: number | null): Compared {
  return {value: other, difference: value - other, year};
}

/** The last year when the value is its own, since that is then true of it; else every year. */
function toldYears(
  indicator: AnyIndicator,
  years: ReadonlyMap<number, AnyRow[]>,
  isYearly: boolean,
  value: number | null
): Evaluation["years"] {
  const [first, last] = [[...years.keys()][0], [...years.keys()].at(-1)];
  if (first === undefined || last === undefined) return null;
  const isOfLast = isYearly || measure(indicator, years.get(last) as never[]).value === value;
  return {first: isOfLast ? last : first, last};
}

function intervalOf(
  indicator: AnyIndicator,
  rows: readonly AnyRow[],
  value: number | null
): Evaluation["interval"] | string {
  if (value === null) return null;
  if (indicator.unit === "share") return "La source publie une part sans dire combien de personnes ont répondu.";
  if (indicator.unit !== "ratio") return "Un intervalle n’a de sens que pour une part.";
  const each = (sift(indicator, rows as never[]).used as never[]).map((row) => indicator.compute([row]));
  const hits = each.filter((one) => one === 1).length;
  const isShareOfRows = each.every((one) => one === 0 || one === 1) && Math.abs(hits / each.length - value) < 1e-9;
  return isShareOfRows
    ? wilson(hits, each.length)
    : "Les lignes ne pèsent pas toutes autant : l’intervalle d’une simple part ne s’applique pas.";
}

function perimetersOf(indicator: AnyIndicator, rows: readonly AnyRow[]): ReadonlySet<unknown> {
  return new Set((sift(indicator, rows as never[]).used as AnyRow[]).map(({perimeter}) => perimeter));
}

function whyNoValue(used: number, leftOut: Readonly<Record<string, number>>): string {
  const [[reason, count] = []] = Object.entries(leftOut).toSorted(([, a], [, b]) => b - a);
  if (used > 0) return "Ces données ne permettent pas de la calculer.";
  return reason === undefined || count === undefined
    ? "Aucune ligne de ces données ne répond à la question."
    : `Aucune ligne ne peut servir ; ${formatCount(count)} écartées, car : ${reason}.`;
}

function inWords({excludes}: AnyIndicator, counts: Readonly<Record<string, number>>): Record<string, number> {
  const entries = Object.entries(counts).filter(([, count]) => count > 0);
  return Object.fromEntries(entries.map(([key, count]) => [excludes[key] ?? key, count]));
}
