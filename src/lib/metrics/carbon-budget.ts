import type {Row} from "../schema.js";

/** An amount of emissions not to exceed over whole years, both included; one unit for all amounts. */
export interface CarbonBudget {
  firstYear: number;
  lastYear: number;
  envelope: number;
}

/** What was used of a budget up to the end of a year, and what that leaves. */
export interface BudgetUse {
  used: number;
  left: number;
  /** Share of the envelope that is used; above 1 when it is exceeded. */
  usedShare: number;
  /** Share of the years that have passed. */
  timeShare: number;
  yearsPassed: number;
  yearsLeft: number;
  usedPerYear: number;
  /** What each year left may emit; null when no year is left. */
  leftPerYear: number | null;
}

/**
 * Reads a budget at the end of a year.
 *
 * @param used What was emitted from the first year to the end of `throughYear`, ≥ 0.
 * @param throughYear A year of the budget; its end is the moment of reading.
 * @throws {RangeError} On an envelope that is not positive, a negative use, or a year outside of the budget.
 */
export function budgetUse({firstYear, lastYear, envelope}: CarbonBudget, used: number, throughYear: number): BudgetUse {
  if (!(envelope > 0))
    throw new RangeError(`budgetUse: expected an envelope above 0, got ${envelope}. Check the budget.`);
  if (!(used >= 0)) throw new RangeError(`budgetUse: expected a use of 0 or more, got ${used}. Check the emissions.`);
  if (!(throughYear >= firstYear && throughYear <= lastYear))
    throw new RangeError(`budgetUse: expected a year of ${firstYear}–${lastYear}, got ${throughYear}. Check the year.`);
  const years = lastYear - firstYear + 1;
  const yearsPassed = throughYear - firstYear + 1;
  const yearsLeft = years - yearsPassed;
  const left = envelope - used;
  return {
    used,
    left,
    usedShare: used / envelope,
    timeShare: yearsPassed / years,
    yearsPassed,
    yearsLeft,
    usedPerYear: used / yearsPassed,
    leftPerYear: yearsLeft === 0 ? null : left / yearsLeft
  };
}

type BudgetRow = Pick<Row<"carbon_budget">, "indicator" | "perimeter" | "from_year" | "to_year" | "value" | "unit">;

/**
 * The latest local carbon budget that says what is left of it.
 *
 * @param rows Published rows, in any order. What is left is printed for the years from `from_year` to the end of the
 * budget; the latest such row counts.
 * @returns Null when no budget in million tonnes has a row of what is left.
 */
export function latestBudget<R extends BudgetRow>(
  rows: readonly R[]
): {budget: CarbonBudget; use: BudgetUse; throughYear: number; row: R; leftRow: R} | null {
  const local = rows.filter(({perimeter, unit}) => perimeter === "territoire" && unit === "MtCO2e");
  for (const row of local
    .filter(({indicator}) => indicator === "budget carbone")
    .toSorted((a, b) => b.to_year - a.to_year)) {
    const leftRow = local
      .filter(
        ({indicator, from_year, to_year}) =>
          indicator === "reste à ne pas dépasser" && to_year === row.to_year && from_year > row.from_year
      )
      .toSorted((a, b) => b.from_year - a.from_year)[0];
    if (!leftRow) continue;
    const budget = {firstYear: row.from_year, lastYear: row.to_year, envelope: row.value};
    const throughYear = leftRow.from_year - 1;
    return {budget, use: budgetUse(budget, row.value - leftRow.value, throughYear), throughYear, row, leftRow};
  }
  return null;
}
