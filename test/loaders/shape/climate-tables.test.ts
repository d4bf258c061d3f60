import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {shaped} from "./work.js";

const read = (name: string) => readFileSync(`data/reference/climat/${name}.csv`, "utf8");
const files: Readonly<Record<string, string>> = {
  "climat-energie": read("energie"),
  "climat-mobilite": read("mobilite"),
  "climat-air": read("air"),
  "climat-series": read("batiment"),
  "climat-budget": read("budget_carbone"),
  "climat-mobilisation": read("mobilisation"),
  "climat-actions": read("actions_impact"),
  equivalences: read("equivalences"),
  "objectifs-climat": read("objectifs"),
  "emissions-ges": read("emissions_ges")
};
const text = (dataset: string) => files[dataset] as string;

/** The same table with one more line, whose number it has. */
function withLine(dataset: string, line: string): [dataset: string, text: string, line: number] {
  const whole = text(dataset) + line;
  return [dataset, `${whole}\n`, whole.split("\n").length];
}

describe("the tables of the climate plan", () => {
  it("hold every line of their files, marked where it is not published, with its source", async () => {
    const csv = ["vegetalisation", "dechets", "alimentation"].map((name) => ({
      dataset: "climat-series",
      text: read(name)
    }));
    const {rows, report} = await shaped({
      csv: [...Object.entries(files).map(([dataset, content]) => ({dataset, text: content})), ...csv]
    });
    const series = rows("climate_series");
    expect(series).toHaveLength(24 + 37 + 16 + 13 + 8 + 8 + 10);
    for (const row of series) {
      expect(row.is_published).toBe(["publie", "publie_via_presse"].includes(row.status));
      if (row.is_published) expect(row.source_url).toMatch(/^https?:/);
    }
    const renewables = series.filter((row) => row.indicator === "part d'énergies renouvelables et de récupération");
    expect(renewables.map((row) => [row.year, row.value, row.detail])).toEqual([
      [2004, 10, "total"],
      [2014, 15.6, "total"]
    ]);
    const budget = rows("carbon_budget").filter((row) => row.unit === "MtCO2e" && row.is_published);
    expect(budget.map((row) => [row.from_year, row.to_year, row.value])).toEqual([
      [2021, 2026, 27.75],
      [2024, 2026, 13.23]
    ]);
    expect(rows("mobilisation").find((row) => row.indicator === "votants")).toMatchObject({value: 73_765, year: 2018});
    const actions = rows("climate_action");
    const sum = actions.filter((row) => row.sector !== "total").reduce((mt, row) => mt + row.reduction_mt, 0);
    expect(sum).toBeCloseTo(actions.find((row) => row.sector === "total")?.reduction_mt as number, 9);
    expect(rows("equivalence").map((row) => [row.key, row.vintage])).toContainEqual(["avion-pny", "2026-06"]);
    for (const input of report.inputs) expect(input.rows_staged).toBe(input.records_read);
  });
});

describe("a damaged table of the climate plan stops the build and names its line", () => {
  const energy = ",2024,part d'énergies renouvelables locales,total,territoire";
  const end = "publie,,x,https://example.org";
  const damaged: [what: string, [dataset: string, text: string, line: number], message: RegExp][] = [
    ["a series that mixes units", withLine("climat-energie", `${energy},9,GWh,${end}`), /l’unité « % ».*GWh/],
    [
      "a percentage over 100",
      withLine("climat-energie", `${energy},107,%,${end}`),
      /un pourcentage d’au plus 100.*107/
    ],
    ["a negative count", withLine("climat-mobilisation", `2025,2025,a,b,-3,personnes,${end}`), /zéro ou plus.*-3/],
    ["a negative share", withLine("climat-energie", `${energy},-7,%,${end}`), /zéro ou plus.*-7/],
    [
      "a date that is none",
      withLine("climat-mobilisation", `2025-13,2025,a,b,3,personnes,${end}`),
      /une date.*2025-13/
    ],
    ["a day that does not exist", withLine("climat-mobilisation", `2025-02-30,2025,a,b,3,x,${end}`), /une date.*02-30/],
    ["a date of another year", withLine("climat-mobilisation", `2024-05,2025,a,b,3,x,${end}`), /l’année 2025.*2024-05/],
    ["a figure without source", withLine("climat-energie", `${energy},9,%,publie,,x,`), /texte dans « source_url »/],
    [
      "a figure without its key of source",
      withLine("climat-energie", `${energy},9,%,publie,,,https://x.org`),
      /source_id/
    ],
    [
      "two lines for one figure of one source",
      withLine("climat-budget", `2021,2026,territoire,budget carbone,28,MtCO2e,${end}`),
      /déjà en ligne 2/
    ],
    [
      "a period that ends before it starts",
      withLine("climat-budget", `2027,2026,territoire,reste,28,MtCO2e,${end}`),
      /à partir de 2027/
    ],
    ["a factor of zero", withLine("equivalences", `x,X,transport,0,kgCO2e/km,gaz,2026,${end}`), /plus grand que zéro/],
    [
      "an effect in another unit",
      withLine("climat-actions", `x,y,3,ktCO2e,2021,2030,${end}`),
      /« unite » parmi MtCO2e/
    ],
    [
      "a target before its base year",
      withLine("objectifs-climat", `p,d,i,territoire,2024,5,2020,3,MtCO2e,baisse,${end}`),
      /après l’année de référence 2024.*2020/
    ],
    [
      "a negative emission",
      withLine("emissions-ges", `2021,territoire,x,secteur,-1,MtCO2e,s,${end}`),
      /zéro ou plus.*-1/
    ]
  ];
  it.each(damaged)("%s", async (_, [dataset, content, line], message) => {
    const failed = shaped({csv: [{dataset, text: content}]});
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow(new RegExp(`^table-0\\.csv, ligne ${line} : attendu `));
  });
});
