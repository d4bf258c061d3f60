import {codesOf, numbersOf, textAt, textsOf, type CodedColumn, type ColumnsLike, type TextColumn} from "./columns.js";
import {facetIds, orderedValues, unknownValue, type FacetId} from "./facets.js";

/** One facet of all awards: each row has a set of values, and there are few distinct sets. */
export interface FacetColumn {
  /** Per row, the rank of its set in `sets`. */
  codes: Uint16Array;
  /** Per set, the ranks of its values in `values`, at least one. */
  sets: readonly (readonly number[])[];
  /** Every value that some row has, in the facet's own order, else sorted; {@link unknownValue} last. */
  values: readonly string[];
}

/** The awards of the mart `explorer` as typed columns, in the mart's order: by date of notification, unknown last. */
export interface Awards {
  count: number;
  uids: TextColumn;
  objects: TextColumn;
  supplierIds: TextColumn;
  supplierNames: TextColumn;
  /** Days since 1970-01-01; {@link noDay} when unknown. */
  days: Float64Array;
  /** Whole cents excluding tax, so that sums are exact; {@link noAmount} when unknown. */
  cents: Float64Array;
  facets: Readonly<Record<FacetId, FacetColumn>>;
}

/** Stands for an unknown amount: a kept amount is positive. */
export const noAmount = -1;

/** Stands for an unknown date: no date of the mart is so far back. */
export const noDay = -1e9;

/** What separates the members of a cell that holds several. */
const separator = " ; ";

/**
 * Reads the mart `explorer` into typed columns.
 *
 * @throws {Error} When a column is missing.
 */
export function readAwards(table: ColumnsLike): Awards {
  const column = (name: string) => {
    const vector = table.getChild(name);
    if (!vector) throw new Error(`explorer: expected a column "${name}", found none. Run "npm run data" again.`);
    return vector;
  };
  const euros = numbersOf(column("amount_eur"), noAmount);
  return {
    count: table.numRows,
    uids: textsOf(column("award_uid")),
    objects: textsOf(column("object")),
    supplierIds: textsOf(column("supplier_ids")),
    supplierNames: textsOf(column("supplier_names")),
    days: numbersOf(column("notified_on"), noDay),
    cents: euros.map((amount) => (amount < 0 ? noAmount : Math.round(amount * 100))),
    facets: {
      year: facetOf(yearsOf(numbersOf(column("year"), 0))),
      division: facetOf(codesOf(column("cpv_division"))),
      procedure: facetOf(codesOf(column("procedure"))),
      category: facetOf(codesOf(column("supplier_categories")), orderedValues.category),
      place: facetOf(codesOf(column("supplier_places")), orderedValues.place)
    }
  };
}

function yearsOf(years: Float64Array): CodedColumn {
  const distinct = [...new Set(years)];
  const rank = new Map(distinct.map((year, i) => [year, i]));
  return {
    codes: Uint16Array.from(years, (year) => rank.get(year) as number),
    texts: distinct.map((year) => (year === 0 ? null : String(year)))
  };
}

function facetOf({codes, texts}: CodedColumn, ordered: readonly string[] = []): FacetColumn {
  const members = texts.map((text) => (text === null || text === "" ? [unknownValue] : text.split(separator)));
  const found = new Set(members.flat());
  const values = [...ordered.filter((value) => found.delete(value)), ...[...found].sort(byValue)];
  const ranks = new Map(values.map((value, i) => [value, i]));
  return {codes, values, sets: members.map((set) => set.map((value) => ranks.get(value) as number))};
}

function byValue(a: string, b: string): number {
  if (a === unknownValue || b === unknownValue) return Number(a === unknownValue) - Number(b === unknownValue);
  return a < b ? -1 : Number(a > b);
}

/** One supplier of an award, as it may be named. */
export interface NamedSupplier {
  id: string;
  name: string | null;
}

/** One award as plain values, for a page of the table and for the CSV. */
export interface AwardRow {
  uid: string;
  object: string | null;
  /** `YYYY-MM-DD`. */
  notifiedOn: string | null;
  division: string | null;
  procedure: string | null;
  amountEur: number | null;
  suppliers: NamedSupplier[];
}

/** The award of a row. */
export function awardAt(awards: Awards, row: number): AwardRow {
  const day = awards.days[row] as number;
  const cents = awards.cents[row] as number;
  const names = textAt(awards.supplierNames, row)?.split(separator) ?? [];
  const ids = textAt(awards.supplierIds, row)?.split(separator) ?? [];
  return {
    uid: textAt(awards.uids, row) ?? "",
    object: textAt(awards.objects, row),
    notifiedOn: day === noDay ? null : new Date(day * 86_400_000).toISOString().slice(0, 10),
    division: valueAt(awards, "division", row),
    procedure: valueAt(awards, "procedure", row),
    amountEur: cents === noAmount ? null : cents / 100,
    suppliers: ids.map((id, i) => ({id, name: names[i] || null}))
  };
}

/** The values of a facet in a row; null when the first is unknown. */
function valueAt({facets}: Awards, facet: FacetId, row: number): string | null {
  const {codes, sets, values} = facets[facet];
  const value = values[sets[codes[row] as number]?.[0] as number];
  return value === undefined || value === unknownValue ? null : value;
}

/** The values that the awards have, by facet: what an address may ask for. */
export function knownValues({facets}: Awards): Readonly<Record<FacetId, readonly string[]>> {
  return Object.fromEntries(facetIds.map((id) => [id, facets[id].values])) as Record<FacetId, readonly string[]>;
}
