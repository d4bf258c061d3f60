import {groupBy} from "../group-by.js";
import {sumEuros} from "../money.js";

/** What a row must know for its supplier to be called new or known; see the table `award_supplier`. */
export interface LookBack {
  year: number | null;
  /** The supplier's last award by the same buyer before that year. */
  previous_award_on: string | null;
  /** Day from which the buyer's awards are observed without a hole up to that year. */
  observed_since: string | null;
}

/** `unknowable`: no earlier award is seen, but the years before were not all published. */
export type Novelty = "new" | "known" | "unknowable";

/** Calendar years without an award, after which a supplier counts as new again. */
export const lookBackYears = 3;

/**
 * Whether a supplier is new to a buyer in the year of an award: no award by that buyer in the `years` calendar years
 * before.
 *
 * @param years An integer ≥ 1.
 * @returns "known" as soon as an award is seen in these years; "new" only when they were observed without a hole.
 * @see Open Contracting Partnership, indicators U027–U032 (new suppliers).
 */
export function noveltyOf(row: LookBack, years = lookBackYears): Novelty {
  if (row.year !== null && row.previous_award_on !== null && row.previous_award_on >= firstDay(row.year - years))
    return "known";
  return isLookBackObserved(row, years) ? "new" : "unknowable";
}

/**
 * Whether the `years` calendar years before an award were observed without a hole. Rates are computed on such rows only,
 * whatever they answer: keeping the known suppliers of a censored year would hide the new ones.
 */
export function isLookBackObserved({year, observed_since}: LookBack, years = lookBackYears): boolean {
  return year !== null && observed_since !== null && observed_since <= firstDay(year - years);
}

/**
 * Share of the suppliers that are new.
 *
 * @param rows Rows whose look-back is observed, any number per supplier.
 * @returns A ratio in [0, 1]: suppliers with at least one row that is new, over all; null without a row.
 */
export function newSupplierShare(rows: readonly (LookBack & {supplier_siren: string | null})[]): number | null {
  const suppliers = [...groupBy(rows, ({supplier_siren}) => supplier_siren).values()];
  return ratio(suppliers.filter((own) => own.some(isNew)).length, suppliers.length);
}

/** Share of the rows (a supplier of an award) whose supplier is new; null without a row. */
export function newAwardShare(rows: readonly LookBack[]): number | null {
  return ratio(rows.filter(isNew).length, rows.length);
}

/** Share of the amount that goes to new suppliers; null when nothing was spent. Rows without amount count for nothing. */
export function newAmountShare(rows: readonly (LookBack & {amount_eur: number | null})[]): number | null {
  const total = (some: typeof rows) => sumEuros(some.map(({amount_eur}) => amount_eur ?? 0));
  return ratio(total(rows.filter(isNew)), total(rows));
}

/**
 * Share of the suppliers of a period that come back in the next one.
 *
 * @returns |S₀ ∩ S₁| ÷ |S₀|, a ratio in [0, 1]; null when the first period has no supplier.
 */
export function retention(before: ReadonlySet<string>, after: ReadonlySet<string>): number | null {
  return ratio([...before].filter((supplier) => after.has(supplier)).length, before.size);
}

/**
 * Share of a supplier's amount that comes from one buyer.
 *
 * @param awards All awards of the supplier that the data hold.
 * @returns A ratio in [0, 1]; null when they bring nothing. Where awards of other buyers are not published it is too
 * high; of the supplier's whole turnover it says nothing.
 */
export function dependence(
  awards: readonly {buyer_siren: string | null; amount_eur: number | null}[],
  buyer: string
): number | null {
  const total = (some: typeof awards) => sumEuros(some.map(({amount_eur}) => amount_eur ?? 0));
  return ratio(total(awards.filter(({buyer_siren}) => buyer_siren === buyer)), total(awards));
}

function isNew(row: LookBack): boolean {
  return noveltyOf(row) === "new";
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function firstDay(year: number): string {
  return `${String(year).padStart(4, "0")}-01-01`;
}
