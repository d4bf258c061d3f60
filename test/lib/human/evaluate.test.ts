import {describe, expect, it} from "vitest";
import peopleMet from "../../../src/indicators/people-met.js";
import singleBid from "../../../src/indicators/single-bid-share-open.js";
import smeAmount from "../../../src/indicators/sme-amount-share.js";
import womenShare from "../../../src/indicators/women-share.js";
import type {HumanDefinition} from "../../../src/lib/human/definition.js";
import {evaluate} from "../../../src/lib/human/evaluate.js";
import {sayIt} from "../../../src/lib/human/sentence.js";
import {columnsRead, historyOf} from "../../../src/lib/human/years.js";
import type {AnyIndicator} from "../../../src/lib/indicator.js";
import {trees} from "./definition.js";

const night = (edition: number, people_count: number, more = {}) => ({
  edition,
  perimeter: "paris",
  is_headline: true,
  people_count,
  break_before: null,
  status: "definitif",
  ...more
});
const people: HumanDefinition = {
  ...trees,
  measure: "people-met",
  sentence: "En {annee}, au moins {valeur} personnes dormaient dehors, {ecart} qu’avant.",
  comparison: {kind: "previous", column: "edition"}
};
const award = (offers_received: number | null, year: number) => ({
  kind: "marche",
  procedure: "Appel d’offres ouvert",
  dialect: "v2",
  default_fields: null,
  offers_received,
  year,
  cpv_division: "45"
});
const plane = {
  key: "avion-pny",
  label: "A/R Paris - New-York en avion",
  value: 2000,
  unit: "kgCO2e/aller-retour/passager",
  quantity: "gaz à effet de serre",
  vintage: "2026-06",
  source_url: "https://example.org",
  is_published: true
};
const emitted: AnyIndicator = {
  ...(peopleMet as AnyIndicator),
  id: "emitted",
  unit: "mt",
  needs: "emission",
  columns: ["year", "emissions_mt"],
  covers: undefined,
  compute: (rows) => (rows.at(-1)?.emissions_mt as number | undefined) ?? null
};
const footprint = {year: 2021, emissions_mt: 18, perimeter: "empreinte", series: "a"};
const inPlanes: HumanDefinition = {...trees, measure: "emitted", equivalence: "avion-pny", sentence: "{equivalence} !"};

describe("a year that is not over", () => {
  const single = {...people, measure: "single-bid-share-open", comparison: {kind: "previous", column: "year"}} as const;
  const day = (offers: number, notified_on: string) => ({
    ...award(offers, Number(notified_on.slice(0, 4))),
    notified_on
  });
  const whole = [day(1, "2023-05-02"), day(3, "2023-12-23"), day(1, "2024-02-01"), day(4, "2024-12-22")];
  const begun = [...whole, day(1, "2025-03-04"), day(1, "2025-06-30")];
  const of = (rows: readonly object[]) =>
    evaluate(single, {indicator: singleBid, rows: rows as never, equivalences: []});

  it("is neither told nor compared, and said to be left out", () => {
    expect(of(begun)).toMatchObject({
      value: 0.5,
      years: {first: 2024, last: 2024},
      comparison: {value: 0.5, year: 2023},
      underway: {year: 2025, until: "2025-06-30"}
    });
    expect(historyOf(singleBid, begun, single).map(({year}) => year)).toEqual([2023, 2024]);
  });

  it("is one whatever the filter leaves of its last month", () => {
    const works = {...single, filter: {cpv_division: "45"}};
    const rows = [...begun, {...day(2, "2025-12-30"), cpv_division: "90"}];
    expect(evaluate(works, {indicator: singleBid, rows, equivalences: []})).toMatchObject({
      value: 1,
      underway: null,
      years: {last: 2025}
    });
  });

  it("is over from the end of December on, and counts when it stands alone", () => {
    expect(of(whole)).toMatchObject({underway: null, years: {first: 2024, last: 2024}});
    expect(of(begun.slice(-2))).toMatchObject({underway: null, value: 1, comparison: null});
  });
});

describe("an evaluation compared with the year before", () => {
  it("is that of the last year, with the difference", () => {
    const rows = [night(2024, 3491), night(2025, 3507)];
    const found = evaluate(people, {indicator: peopleMet, rows, equivalences: []});
    expect(found).toMatchObject({value: 3507, used: 1, years: {first: 2025, last: 2025}});
    expect(found.comparison).toEqual({value: 3491, difference: 16, year: 2024});
    expect(sayIt(people, found)).toEqual({
      text: "En 2025, au moins 3\u202f507 personnes dormaient dehors, 16 de plus qu’avant."
    });
  });

  it("abstains across a break of series, with the reason that the source gives", () => {
    const rows = [night(2024, 3491), night(2025, 3507, {break_before: "Nouvelles adresses."})];
    const found = evaluate(people, {indicator: peopleMet, rows, equivalences: []});
    expect(found.value).toBe(3507);
    expect(found.comparison).toBeNull();
    expect(sayIt(people, found)).toEqual({abstains: "Rupture de série : Nouvelles adresses."});
  });

  it("abstains when what is counted changes, or when there is one year only", () => {
    const other = {...emitted, compute: (rows: readonly any[]) => rows[0]?.emissions_mt ?? null};
    const yearly: HumanDefinition = {...inPlanes, comparison: {kind: "previous", column: "year"}};
    const rows = [{...footprint, year: 2018, series: "b"}, footprint];
    const {missing} = evaluate(yearly, {indicator: other, rows, equivalences: []});
    expect(missing.find(({part}) => part === "comparison")?.reason).toContain("Ce qui est compté change");
    const alone = evaluate(yearly, {indicator: other, rows: [footprint], equivalences: []});
    expect(alone.missing.find(({part}) => part === "comparison")?.reason).toContain("Une seule année");
  });

  it("refuses a column that holds no year", () => {
    const wrong: HumanDefinition = {...people, comparison: {kind: "previous", column: "status"}};
    expect(() => evaluate(wrong, {indicator: peopleMet, rows: [night(2025, 1)], equivalences: []})).toThrow(
      'comparison.column: expected a yearly column of "night_count", got "status"'
    );
  });
});

describe("an evaluation of a part of the rows", () => {
  const rows = [award(1, 2025), award(3, 2025), award(4, 2025), award(1, 2024), award(null, 2025)];
  it("counts the rows that the filter keeps, and says in words which were left out", () => {
    const found = evaluate({...trees, filter: {year: 2025}}, {indicator: singleBid, rows, equivalences: []});
    expect(found.value).toBeCloseTo(1 / 3, 12);
    expect(found.used).toBe(3);
    expect(Object.values(found.leftOut)).toEqual([1]);
    expect(found.years).toEqual({first: 2025, last: 2025});
    expect(found.interval?.low).toBeCloseTo(0.0615, 3);
    expect(found.interval?.high).toBeCloseTo(0.7923, 3);
  });

  it("refuses a column that the table has not, a value of another type, rows read without it", () => {
    const tried = (filter: HumanDefinition["filter"], some: readonly Record<string, unknown>[] = rows) =>
      evaluate({...trees, filter}, {indicator: singleBid, rows: some, equivalences: []});
    expect(() => tried({arrondissement: 10})).toThrow('expected a column of "award", got "arrondissement"');
    expect(() => tried({year: "2025"})).toThrow('filter.year: expected integer, got "2025"');
    expect(() => tried({buyer_siren: "217500016"})).toThrow('expected rows with "buyer_siren", got none');
    expect(() => tried({}, [])).not.toThrow();
  });

  it("compares with other rows, and with a promised value", () => {
    const other: HumanDefinition = {
      ...trees,
      filter: {year: 2025},
      comparison: {kind: "other", filter: {year: 2024}, label: "2024"}
    };
    expect(evaluate(other, {indicator: singleBid, rows, equivalences: []}).comparison).toMatchObject({
      value: 1,
      year: null
    });
    const none: HumanDefinition = {...other, comparison: {kind: "other", filter: {year: 1999}, label: "1999"}};
    expect(evaluate(none, {indicator: singleBid, rows, equivalences: []}).missing).toContainEqual({
      part: "comparison",
      reason: "Aucune valeur pour « 1999 »."
    });
    const target: HumanDefinition = {
      ...trees,
      filter: {year: 2024},
      comparison: {kind: "target", value: 0.2, year: 2030, source: "https://example.org"}
    };
    const found = evaluate(target, {indicator: singleBid, rows, equivalences: []});
    expect(found.comparison).toEqual({value: 0.2, difference: 0.8, year: 2030});
  });

  it("refuses the rows of another measure", () => {
    expect(() => evaluate(trees, {indicator: peopleMet, rows: [], equivalences: []})).toThrow(
      'expected "single-bid-share-open"'
    );
  });

  it("has no value on an empty table, and says so", () => {
    const found = evaluate(trees, {indicator: singleBid, rows: [], equivalences: []});
    expect(found.value).toBeNull();
    expect(sayIt(trees, found)).toEqual({abstains: "Aucune ligne de ces données ne répond à la question."});
  });
});

describe("the uncertainty of an evaluation", () => {
  it("is none for a share of euros, and for a share published without its number of answers", () => {
    const euros = [
      {enterprise_category: "PME", amount_eur: 20, is_framework: false},
      {enterprise_category: "GE", amount_eur: 60, is_framework: false}
    ];
    const share = evaluate(
      {...trees, measure: "sme-amount-share"},
      {indicator: smeAmount, rows: euros, equivalences: []}
    );
    expect(share.value).toBe(0.25);
    expect(share.interval).toBeNull();
    expect(share.missing.find(({part}) => part === "interval")?.reason).toContain("ne pèsent pas toutes autant");
    const women = evaluate(
      {...trees, measure: "women-share"},
      {indicator: womenShare, rows: womenShare.example.rows, equivalences: []}
    );
    expect(women.missing.find(({part}) => part === "interval")?.reason).toContain("sans dire combien de personnes");
  });
});

describe("the years that a value tells about", () => {
  it("is the last when the measure reads the last, all of them otherwise", () => {
    const rows = [night(2024, 3491), night(2025, 3507)];
    const latest = evaluate({...people, comparison: {kind: "none"}}, {indicator: peopleMet, rows, equivalences: []});
    expect(latest.years).toEqual({first: 2025, last: 2025});
    const all = evaluate(trees, {indicator: singleBid, rows: [award(1, 2024), award(2, 2025)], equivalences: []});
    expect(all.years).toEqual({first: 2024, last: 2025});
  });
});

describe("an equivalence", () => {
  const tried = (rows: readonly Record<string, unknown>[], factors = [plane], definition = inPlanes) =>
    evaluate(definition, {indicator: emitted, rows, equivalences: factors});
  it("tells a footprint in everyday things, with vintage and source", () => {
    const found = tried([footprint]);
    expect(found.equivalence).toMatchObject({count: 9_000_000, vintage: "2026-06", sourceUrl: "https://example.org"});
    expect(sayIt(inPlanes, found)).toEqual({
      text: "Environ 9\u00a0millions d’allers-retours Paris – New York en avion, par passager\u00a0!"
    });
  });
  it("is refused for another scope, another unit, an unknown or unpublished factor", () => {
    expect(tried([{...footprint, perimeter: "territoire"}]).missing[0]?.reason).toContain("émissions locales");
    expect(tried([footprint], []).missing[0]?.reason).toContain("Aucun facteur publié");
    expect(tried([footprint], [{...plane, is_published: false}]).equivalence).toBeNull();
    expect(tried([footprint], [{...plane, unit: "litres/douche", quantity: "eau"}]).missing[0]?.reason).toContain(
      "litres/douche"
    );
    const ofPeople = evaluate(
      {...people, equivalence: "avion-pny"},
      {indicator: peopleMet, rows: [night(2025, 1)], equivalences: [plane]}
    );
    expect(ofPeople.equivalence).toBeNull();
  });
});

describe("a history", () => {
  it("gives each year its value, its break and whether it is provisional", () => {
    const rows = [
      night(2025, 3507),
      night(2024, 3491),
      night(2026, 3857, {status: "provisoire", break_before: "Autres lieux."})
    ];
    expect(historyOf(peopleMet, rows, people)).toEqual([
      {year: 2024, value: 3491, used: 1, breakBefore: null, breakWords: null, isProvisional: false},
      {year: 2025, value: 3507, used: 1, breakBefore: null, breakWords: null, isProvisional: false},
      {year: 2026, value: 3857, used: 1, breakBefore: "Autres lieux.", breakWords: "autre compte", isProvisional: true}
    ]);
  });
  it("reads the columns of the measure, the filter, the year and the breaks", () => {
    expect(columnsRead(peopleMet, people).toSorted()).toEqual(
      ["break_before", "break_words", "edition", "is_headline", "people_count", "perimeter", "status"].toSorted()
    );
  });
});
