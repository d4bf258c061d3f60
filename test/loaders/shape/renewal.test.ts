import {describe, expect, it} from "vitest";
import type {Row} from "../../../src/lib/schema.js";
import {holder, record, shaped, type TestRecord} from "./work.js";

const regular = "73282932000074";
const other = "55210055400013";

let n = 0;
const award = (notified_on: string, fields: TestRecord = {}): TestRecord =>
  record({id: `2024N${++n}`, object: `Objet ${n}`, notified_on, ...fields});

/** One award to the regular supplier in each month of these years. */
const everyMonth = (...years: number[]): TestRecord[] =>
  years.flatMap((year) => Array.from({length: 12}, (_, i) => award(`${year}-${String(i + 1).padStart(2, "0")}-05`)));

async function rowsOf(...records: TestRecord[]): Promise<(siren: string, year: number) => Row<"award_supplier">> {
  const {rows} = await shaped({files: [records]});
  const links = rows("award_supplier");
  return (siret, year) => {
    const found = links.find((row) => row.supplier_siren === siret.slice(0, 9) && row.year === year);
    if (!found) throw new Error(`no award of ${year} to ${siret}`);
    return found;
  };
}

describe("what an award knows of the years around it", () => {
  it("is the supplier's last award before its year, the first day observed and whether one follows", async () => {
    const row = await rowsOf(
      ...everyMonth(2020, 2021, 2022),
      award("2020-06-01", {holders: [holder(other)]}),
      award("2022-06-01", {holders: [holder(other)]})
    );
    expect(row(other, 2022)).toMatchObject({
      previous_award_on: "2020-06-01",
      observed_since: "2020-01-01",
      awarded_next_year: null
    });
    expect(row(other, 2020)).toMatchObject({
      previous_award_on: null,
      observed_since: null,
      awarded_next_year: false
    });
    expect(row(regular, 2021)).toMatchObject({previous_award_on: "2020-12-05", awarded_next_year: true});
  });

  it("does not reach across a hole in the publication", async () => {
    const row = await rowsOf(...everyMonth(2019, 2020, 2022, 2023), award("2024-02-01"));
    expect(row(regular, 2022)).toMatchObject({previous_award_on: "2020-12-05", observed_since: null});
    expect(row(regular, 2024)).toMatchObject({observed_since: "2022-01-01"});
    expect(row(regular, 2020)).toMatchObject({awarded_next_year: null});
  });

  it("is not dated by a slip of the pen, before or after", async () => {
    const row = await rowsOf(...everyMonth(2020, 2021), award("2002-03-01"), award("2031-03-01"));
    expect(row(regular, 2021)).toMatchObject({observed_since: "2020-01-01", awarded_next_year: null});
    expect(row(regular, 2002)).toMatchObject({observed_since: null, previous_award_on: null, awarded_next_year: null});
    expect(row(regular, 2031)).toMatchObject({observed_since: null, awarded_next_year: null});
  });

  it("is told per buyer", async () => {
    const row = await rowsOf(
      ...everyMonth(2020, 2021),
      award("2020-05-01", {buyer_id: "26750045200011", holders: [holder(other)]}),
      award("2021-05-01", {holders: [holder(other)]})
    );
    expect(row(other, 2021).previous_award_on).toBeNull();
  });

  it("is unknown without a date, and for a supplier that has no identifier", async () => {
    const {rows} = await shaped({
      files: [
        [...everyMonth(2020, 2021), award("", {notified_on: null}), award("2021-03-03", {holders: [holder(null)]})]
      ]
    });
    const unknown = rows("award_supplier").filter((row) => row.year === null || row.supplier_siren === null);
    expect(unknown).toHaveLength(2);
    for (const row of unknown) expect(row).toMatchObject({previous_award_on: null, awarded_next_year: null});
  });
});
