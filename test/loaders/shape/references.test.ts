import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {shapedTo, type TestShape} from "./work.js";

const shaped = shapedTo("emission", "night_count", "target");

const nights = readFileSync("data/reference/solidarite/nuit_solidarite_totaux.csv", "utf8");
const emissions = readFileSync("data/reference/climat/emissions_ges.csv", "utf8");
const targets = readFileSync("data/reference/climat/objectifs.csv", "utf8");

const breaks = readFileSync("data/reference/solidarite/ruptures.csv", "utf8");

const all = [
  {dataset: "nuit-solidarite", text: nights},
  {dataset: "emissions-ges", text: emissions},
  {dataset: "objectifs-climat", text: targets},
  {dataset: "nuit-ruptures", text: breaks}
];

let built: Promise<TestShape> | undefined;

/** What all reference tables together become; made once, its tables read before the folder goes away. */
function shapedAll(): Promise<TestShape> {
  built ??= shaped({csv: all}).then((shape) => {
    const tables = {
      emission: shape.rows("emission"),
      night_count: shape.rows("night_count"),
      target: shape.rows("target")
    };
    return {...shape, rows: (table) => tables[table as keyof typeof tables] as never};
  });
  return built;
}

describe("the nights of solidarity", () => {
  it("have one headline count per edition of Paris: the final one, and the first results of 2026", async () => {
    const {rows} = await shapedAll();
    const headlines = rows("night_count").filter((night) => night.perimeter === "paris" && night.is_headline);
    expect(headlines.map(({edition, people_count, status}) => [edition, people_count, status])).toEqual([
      [2018, 3035, "definitif"],
      [2019, 3641, "definitif"],
      [2020, 3601, "definitif"],
      [2021, 2829, "definitif"],
      [2022, 2598, "definitif"],
      [2023, 3015, "definitif"],
      [2024, 3491, "definitif"],
      [2025, 3507, "definitif"],
      [2026, 3857, "provisoire"]
    ]);
  });

  it("break where the method or the perimeter changed, every year for the communes", async () => {
    const {rows} = await shapedAll();
    const broken = (perimeter: string) => [
      ...new Set(
        rows("night_count")
          .filter((n) => n.perimeter === perimeter && n.break_before)
          .map((n) => n.edition)
      )
    ];
    expect(broken("paris")).toEqual([2019, 2021, 2022, 2025]);
    expect(broken("metropole")).toEqual([2023, 2024, 2025, 2026]);
  });

  it("never count the same people twice: printed sums of two perimeters are findings", async () => {
    const {report, rows} = await shapedAll();
    expect(new Set(rows("night_count").map((night) => night.perimeter))).toEqual(new Set(["paris", "metropole"]));
    expect(report.findings.find((finding) => finding.rule === "night-count-sum")?.rows).toBe(3);
    expect(report.inputs[0]).toMatchObject({records_read: 27, rows_staged: 27, rows_refused: 0});
  });
});

describe("emissions and targets", () => {
  it("give the local total of the plan with its baseline and targets", async () => {
    const {rows} = await shapedAll();
    const totals = (series: string) => rows("emission").filter((e) => e.series === series && e.level === "total");
    expect(totals("plan2024_territoire").map((e) => [e.year, e.emissions_mt])).toEqual([
      [2004, 7.42],
      [2014, 5.96],
      [2018, 5.28],
      [2021, 4.82]
    ]);
    const target = {baseline_year: 2004, baseline_mt: 7.42, target_2030_mt: 3.74, target_2050_mt: 0.1};
    expect(totals("plan2024_territoire")[0]).toMatchObject(target);
    expect(totals("plan2024_empreinte")[3]).toMatchObject({
      emissions_mt: 18.54,
      target_2030_mt: 17.01,
      target_2050_mt: 5.67
    });
  });

  it("give targets to every sector of the plan, and to no other series", async () => {
    const {rows} = await shapedAll();
    const plan = rows("emission").filter((e) => e.series.startsWith("plan2024_") && e.level !== "sous_total");
    expect(plan).toHaveLength(4 * 10);
    for (const {series, sector, target_2030_mt, baseline_mt} of plan) {
      expect([series, sector, target_2030_mt === null, baseline_mt === null]).toEqual([series, sector, false, false]);
    }
    const others = rows("emission").filter((e) => !e.series.startsWith("plan2024_"));
    expect(others.filter((e) => e.target_2030_mt !== null)).toEqual([]);
  });

  it("are published only when an official body or the press quoting it printed them", async () => {
    const {rows} = await shapedAll();
    for (const table of ["emission", "target"] as const)
      expect(new Set(rows(table).map((row) => row.status))).toEqual(new Set(["publie", "publie_via_presse"]));
    expect(rows("target")).toHaveLength(104);
  });

  it("come in millions of tonnes, whatever unit was printed", async () => {
    const {rows} = await shapedAll();
    const total = rows("emission").find((e) => e.series === "mission_villes" && e.sector === "total");
    expect(total?.emissions_mt).toBe(5.444681);
  });
});

describe("a damaged reference table stops the build and names its line", () => {
  const damaged: [what: string, dataset: string, text: string, message: RegExp][] = [
    ["an unknown column", "nuit-solidarite", nights.replace(",note\n", ",remarque\n"), /ligne 1 : .*« note »/],
    [
      "a count that is not a whole number",
      "nuit-solidarite",
      nights.replace(",2952,", ",2952.5,"),
      /ligne 2 .*2952\.5/
    ],
    ["an unknown status", "nuit-solidarite", nights.replace(",definitif,3035", ",officiel,3035"), /ligne 3 .*officiel/],
    [
      "a date that does not exist",
      "nuit-solidarite",
      nights.replace("2018-02-15", "2018-02-30"),
      /ligne 2 .*2018-02-30/
    ],
    ["a key met twice", "nuit-solidarite", nights.replace(",provisoire,2952", ",definitif,2952"), /ligne 3 .*ligne 2/],
    [
      "a sum that no counts give",
      "nuit-solidarite",
      nights.replace(",definitif,3085", ",definitif,3086"),
      /3085.*3086/
    ],
    [
      "a break told twice",
      "nuit-ruptures",
      `${breaks}2019,paris,encore,essai,https://exemple.fr\n`,
      /2019, paris, déjà en ligne 2/
    ],
    ["a line that is too short", "emissions-ges", `${emissions}2021,territoire\n`, /11 cellules.*2 cellules/],
    [
      "sectors that miss their total",
      "emissions-ges",
      emissions.replace(",total,7.42,", ",total,7.62,"),
      /ligne 2 .*7\.42 Mt/
    ],
    ["an unknown unit", "emissions-ges", emissions.replace("7.42,MtCO2e", "7.42,Mt"), /ligne 2 .*« unite »/],
    [
      "two values for one figure",
      "emissions-ges",
      emissions.replace("2014,empreinte carbone,total,total,25.6,", "2014,empreinte carbone,total,total,25.7,"),
      /25\.7 comme en ligne/
    ],
    ["a published target met twice", "objectifs-climat", targets + targets.split("\n")[1], /2007, émissions de GES/],
    ["a value in words", "objectifs-climat", targets.replace(",2030,3.74,", ",2030,trois,"), /nombre décimal.*trois/]
  ];
  for (const [what, dataset, text, message] of damaged)
    it(what, async () => {
      const fault = await shaped({csv: [{dataset, text}]}).catch((error: Error) => error);
      expect(fault).toBeInstanceOf(Error);
      expect((fault as Error).message).toMatch(message);
      expect((fault as Error).message).toMatch(/^table-0\.csv, ligne \d+ : attendu /);
    });
});
