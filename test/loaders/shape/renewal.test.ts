import {expect, it} from "vitest";
import type {Row} from "../../../src/lib/schema.js";
import {holder, record, shaped, type TestRecord} from "./work.js";

const regular = "73282932000074";
const other = "55210055400013";

/** Buyers, one per case, so that one build answers all of them. */
const buyers = {
  plain: "217500016",
  hole: "267500452",
  slip: "243500139",
  undated: "219300662"
};
type Buyer = keyof typeof buyers;

let n = 0;
const award = (buyer: Buyer, notified_on: string | null, siret: string | null = regular): TestRecord =>
  record({
    id: `N${++n}`,
    buyer_id: buyers[buyer],
    object: `Objet ${n}`,
    notified_on,
    holders: [holder(siret)]
  });

/** One award to the regular supplier in each month of these years. */
const everyMonth = (buyer: Buyer, ...years: number[]): TestRecord[] =>
  years.flatMap((year) =>
    Array.from({length: 12}, (_, i) => award(buyer, `${year}-${String(i + 1).padStart(2, "0")}-05`))
  );

it("an award knows what was published around its year, by its own buyer, across no hole and no slip of the pen", async () => {
  const {rows} = await shaped({
    files: [
      [
        ...everyMonth("plain", 2020, 2021, 2022),
        award("plain", "2020-06-01", other),
        award("plain", "2022-06-01", other),
        ...everyMonth("hole", 2019, 2020, 2022, 2023),
        award("hole", "2024-02-01"),
        ...everyMonth("slip", 2020, 2021),
        award("slip", "2002-03-01"),
        award("slip", "2021-07-07", other),
        ...everyMonth("undated", 2020, 2021),
        award("undated", null),
        award("undated", "2021-03-03", null)
      ]
    ]
  });
  const links = rows("award_supplier");
  const row = (buyer: Buyer, siret: string, year: number): Row<"award_supplier"> => {
    const found = links.find(
      (link) => link.buyer_siren === buyers[buyer] && link.supplier_siren === siret.slice(0, 9) && link.year === year
    );
    if (!found) throw new Error(`no award of ${year} by ${buyer} to ${siret}`);
    return found;
  };
  const [before, since, next] = ["previous_award_on", "observed_since", "awarded_next_year"] as const;
  const told = (link: Row<"award_supplier">) => [link[before], link[since], link[next]];

  expect(told(row("plain", other, 2022))).toEqual(["2020-06-01", "2020-01-01", null]);
  expect(told(row("plain", other, 2020))).toEqual([null, null, false]);
  expect(told(row("plain", regular, 2021))).toEqual(["2020-12-05", "2020-01-01", true]);

  expect(told(row("hole", regular, 2022))).toEqual(["2020-12-05", null, true]);
  expect(told(row("hole", regular, 2024))).toEqual(["2023-12-05", "2022-01-01", null]);
  expect(told(row("hole", regular, 2020))).toEqual(["2019-12-05", "2019-01-01", null]);

  expect(told(row("slip", regular, 2021))).toEqual(["2020-12-05", "2020-01-01", null]);
  expect(told(row("slip", regular, 2002))).toEqual([null, null, null]);
  expect(told(row("slip", other, 2021))[0]).toBeNull();

  const unknown = links.filter((link) => link.year === null || link.supplier_siren === null);
  expect(unknown).toHaveLength(2);
  for (const link of unknown) expect(link).toMatchObject({previous_award_on: null, awarded_next_year: null});
});
