import {groupBy} from "../group-by.js";
import type {Row} from "../schema.js";

type Target = Row<"target">;
type Value = Row<"climate_series">;

/** True for a target that is a share of a base year whose value is not printed with it. */
export function isRelative(unit: string): boolean {
  return unit.includes("par rapport à la référence");
}

/**
 * Targets beside which no measured value is printed: neither on their line nor on that of another year of the same plan,
 * indicator and perimeter; a start at zero is a convention, not a measure.
 */
export function unmeasured<T extends Pick<Target, "plan" | "indicator" | "perimeter" | "baseline_value">>(
  targets: readonly T[]
): T[] {
  const nameOfTarget = ({plan, indicator, perimeter}: T) => `${plan} ${indicator} ${perimeter}`;
  const measured = new Set(targets.filter(({baseline_value}) => baseline_value).map(nameOfTarget));
  return targets.filter((row) => !measured.has(nameOfTarget(row)));
}

/** Something that cannot be followed, with the values and the pages that say so. */
export interface Gap {
  kind: "target" | "value" | "old" | "conflict";
  what: string;
  perimeter: string;
  /** Years and values in the order of the years; of two sources in a conflict. */
  values: {year: number | null; value: number; unit: string; status: string; url: string}[];
  note: string | null;
}

/**
 * Targets of the plan 2024-2030 beside which no measured value is printed.
 *
 * @returns One gap per indicator and perimeter, its dated targets as values, in the order of the table.
 */
export function unmeasuredTargets(targets: readonly Target[]): Gap[] {
  const rows = unmeasured(targets.filter((row) => row.plan === "2024-2030" && !isRelative(row.unit)));
  const groups = groupBy(rows, ({indicator, perimeter}) => `${indicator} ${perimeter}`);
  return Array.from(groups.values(), (own): Gap => {
    const first = own[0] as Target;
    return {
      kind: "target",
      what: first.indicator,
      perimeter: first.perimeter,
      values: own.map((row) => ({
        year: row.target_year,
        value: row.target_value,
        unit: row.unit,
        status: row.status,
        url: row.source_url
      })),
      note: first.baseline_value === 0 ? `compté à partir de zéro en ${first.baseline_year}` : first.note
    };
  });
}

/** Published levels, one list per indicator, detail and perimeter, in the order of the years. */
function levels(values: readonly Value[]): Value[][] {
  const rows = values.filter((row) => row.is_published && row.from_year === null && row.year !== null);
  return Array.from(groupBy(rows, nameOf).values(), (own) =>
    own.toSorted((a, b) => (a.year as number) - (b.year as number))
  );
}

function nameOf({indicator, detail, perimeter}: Value): string {
  return [indicator, detail, perimeter].join(" ");
}

function gapOf(kind: Gap["kind"], own: readonly Value[]): Gap {
  const first = own[0] as Value;
  return {
    kind,
    what: first.detail === null || first.detail === "total" ? first.indicator : `${first.indicator} (${first.detail})`,
    perimeter: first.perimeter,
    values: own.map(({year, value, unit, status, source_url}) => ({year, value, unit, status, url: source_url})),
    // Words that mean nothing away from the line above.
    note: own.find(({note}) => note !== null && !["Recoupement", "idem"].includes(note))?.note ?? null
  };
}

/** Published levels whose indicator no target of the plan 2024-2030 names. Names are compared as printed. */
export function valuesWithoutTarget(values: readonly Value[], targets: readonly Target[]): Gap[] {
  const named = new Set(targets.filter(({plan}) => plan === "2024-2030").map(({indicator}) => indicator));
  return levels(values)
    .filter(([first]) => !named.has((first as Value).indicator))
    .map((own) => gapOf("value", own.slice(-1)));
}

/** Published levels whose latest year is more than three years before `year`. */
export function oldValues(values: readonly Value[], year: number): Gap[] {
  return levels(values)
    .filter((own) => year - ((own.at(-1) as Value).year as number) > 3)
    .map((own) => gapOf("old", own.slice(-1)));
}

/**
 * Published values that disagree: one indicator, detail, perimeter and year, in one unit.
 *
 * @returns One gap per disagreement, with every distinct value; a value that two sources share stands once.
 */
export function conflictingValues(values: readonly Value[], emissions: readonly Row<"emission">[]): Gap[] {
  const totals = emissions
    .filter(({level, sector}) => level === "total" && sector === "total")
    .map((row) => ({
      ...row,
      what: row.perimeter === "empreinte" ? "empreinte carbone" : `émissions, ${row.perimeter}`,
      value: row.emissions_mt,
      unit: "MtCO2e"
    }));
  const fromTotals = groupBy(totals, ({what, year}) => `${what} ${year}`);
  const fromSeries = groupBy(
    values.filter((row) => row.is_published),
    // Two months of one year are two moments, not a disagreement: the note then says the date.
    (row) => [nameOf(row), row.from_year, row.year, row.unit, /date : (\S+)/.exec(row.note ?? "")?.[1]].join(" ")
  );
  return [
    ...Array.from(fromTotals.values(), (own): Gap => {
      const first = own[0] as (typeof own)[number];
      const given = own.map(({year, value, unit, status, source_url: url}) => ({year, value, unit, status, url}));
      const note = own.find((row) => row.note !== null && row.series !== "plan2024_empreinte")?.note ?? null;
      return {kind: "conflict", what: first.what, perimeter: first.perimeter, values: given, note};
    }),
    ...Array.from(fromSeries.values(), (own) => gapOf("conflict", own))
  ].flatMap((gap) => {
    const seen = gap.values.filter(({value}, i) => gap.values.findIndex((other) => other.value === value) === i);
    return seen.length > 1 ? [{...gap, values: seen}] : [];
  });
}
