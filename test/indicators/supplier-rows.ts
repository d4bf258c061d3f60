import fc from "fast-check";

/** Amounts of up to a hundred awards to twelve suppliers, some unknown. */
export const supplierRows = fc.array(
  fc.record({
    supplier_siren: fc.constantFrom(null, ...Array.from({length: 12}, (_, i) => `0000000${String(10 + i)}`)),
    amount_eur: fc.option(fc.integer({min: 0, max: 10 ** 9}).map((cents) => cents / 100)),
    cpv_division: fc.constantFrom(null, "45", "71", "77")
  }),
  {maxLength: 100}
);

/** Everything ten times as large. */
export function tenfold<R extends {amount_eur: number | null}>(rows: readonly R[]): R[] {
  return rows.map((row) => ({...row, amount_eur: row.amount_eur === null ? null : row.amount_eur * 10}));
}

/** Awards of 2019 to 2023 to seven suppliers, with what they know of the years around them. */
export const renewalRows = fc.array(
  fc.record({
    supplier_siren: fc.constantFrom(null, ...Array.from({length: 7}, (_, i) => `00000001${i}`)),
    buyer_siren: fc.constantFrom("217500016", "267500452"),
    year: fc.constantFrom(null, 2019, 2020, 2021, 2022, 2023),
    previous_award_on: fc.constantFrom(null, "2016-05-05", "2018-05-05", "2019-01-01", "2020-07-07"),
    observed_since: fc.constantFrom(null, "2016-01-01", "2018-01-01", "2019-01-01"),
    awarded_next_year: fc.constantFrom(null, true, false),
    amount_eur: fc.option(fc.integer({min: 0, max: 10 ** 9}).map((cents) => cents / 100))
  }),
  {maxLength: 60}
);
