import {lines} from "../components/lines.js";
import type {BigNumber, Figure} from "../lib/figure.js";
import {formatMegatonnes, formatRatio, formatYear} from "../lib/format.js";
import {exceptionalYears} from "../lib/metrics/emission-path.js";
import {completion, elapsed} from "../lib/metrics/trend.js";
import type {Tables} from "../lib/schema.js";

/** One series of emissions with its targets, as a figure draws it. */
export interface EmissionPath {
  points: {year: number; mt: number; note: string | null}[];
  baselineYear: number | null;
  baselineMt: number | null;
  target2030Mt: number | null;
  target2050Mt: number | null;
  sourceUrl: string;
}

/** Totals of one series; rows of another series or sector never enter. */
export function pathOf({emission}: Pick<Tables, "emission">, series: string): EmissionPath {
  const rows = emission
    .filter((row) => row.series === series && row.level === "total")
    .toSorted((a, b) => a.year - b.year);
  const last = rows.at(-1);
  return {
    points: rows.map(({year, emissions_mt, note}) => ({year, mt: emissions_mt, note})),
    baselineYear: last?.baseline_year ?? null,
    baselineMt: last?.baseline_mt ?? null,
    target2030Mt: last?.target_2030_mt ?? null,
    target2050Mt: last?.target_2050_mt ?? null,
    sourceUrl: last?.source_url ?? ""
  };
}

/** Share of the way to the 2030 target that is done, and share of the time that has passed; null when unknown. */
export function progress(path: EmissionPath): {done: number; time: number; year: number; mt: number} | null {
  const last = path.points.at(-1);
  if (!last || path.baselineYear === null || path.baselineMt === null || path.target2030Mt === null) return null;
  const way = {
    baseYear: path.baselineYear,
    baseValue: path.baselineMt,
    targetYear: 2030,
    targetValue: path.target2030Mt
  };
  const done = completion(way, last.mt);
  return done === null ? null : {done, time: elapsed(way, last.year), year: last.year, mt: last.mt};
}

/** Change since the first year, in words, both ends named; null below two points. */
function changeInWords({points}: EmissionPath): string | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last || first.mt === 0) return null;
  const change = last.mt / first.mt - 1;
  const sign = change < 0 ? "\u2212" : "+";
  return `${sign}${formatRatio(Math.abs(change))} depuis ${formatYear(first.year)} (${formatMegatonnes(first.mt)})`;
}

/** The latest value and the way done, as both emission figures show them; none without a year. */
export function emissionNumbers(path: EmissionPath, name: string): BigNumber[] {
  const last = path.points.at(-1);
  if (!last) return [];
  const latest = {
    label: `${name} en ${formatYear(last.year)}`,
    value: formatMegatonnes(last.mt),
    comparison: changeInWords(path) ?? "une seule année connue"
  };
  const now = progress(path);
  if (!now) return [latest];
  return [
    latest,
    {
      label: "Chemin fait vers la cible 2030",
      value: formatRatio(now.done),
      comparison: `en ${formatRatio(now.time)} du temps, de ${formatYear(path.baselineYear ?? 0)} à 2030`
    }
  ];
}

/** The parts that both emission figures share: chart, table, source. */
export function emissionParts(
  color: string
): Pick<Figure<EmissionPath>, "chart" | "table" | "source" | "empty" | "reading"> {
  return {
    chart: (path, context) => {
      if (path.points.length === 0) return null;
      const targets = targetsOf(path);
      return lines(
        path.points.map(({year, mt}) => ({
          x: year,
          y: mt,
          label: formatMegatonnes(mt).replace(/\sMt$/u, ""),
          title: `${formatYear(year)} : ${formatMegatonnes(mt)}`,
          segment: "série"
        })),
        {
          color,
          height: 300,
          unit: "Mt",
          band: path.points.some(({year}) => exceptionalYears.includes(year))
            ? {
                from: Math.min(...exceptionalYears) - 0.5,
                to: Math.max(...exceptionalYears) + 0.5,
                label: "crise sanitaire"
              }
            : null,
          targets: targets.map(({year, mt}) => ({
            x: year,
            y: mt,
            label: `cible ${formatYear(year)} : ${formatMegatonnes(mt).replace(/\sMt$/u, "")}`
          })),
          ticks: context.width < 500 ? ends(path, targets) : [...path.points, ...targets].map(({year}) => year)
        },
        context
      );
    },
    table: (path) => ({
      columns: [
        {key: "year", label: "Année", format: formatYear},
        {key: "emissions_mt", label: "Millions de tonnes équivalent CO₂", format: formatMegatonnes},
        {key: "kind", label: "Nature"},
        {key: "note", label: "Réserve", format: (note: string) => note || "–"}
      ],
      rows: [
        ...path.points.map(({year, mt, note}) => ({year, emissions_mt: mt, kind: "observé", note: note ?? ""})),
        ...(path.points.length === 0
          ? []
          : targetsOf(path).map(({year, mt}) => ({
              year,
              emissions_mt: mt,
              kind: "cible du Plan Climat 2024-2030",
              note: ""
            })))
      ]
    }),
    source: ({sourceUrl}) => [{label: "Ville de Paris, Plan Climat 2024-2030, tableau des émissions", url: sourceUrl}],
    empty: "Aucune émission publiée dans ces données.",
    reading: ({points}) => {
      const last = points.at(-1);
      return last
        ? `en ${formatYear(last.year)}, ${formatMegatonnes(last.mt)} (millions de tonnes équivalent CO₂).`
        : "aucune année.";
    }
  };
}

function targetsOf({target2030Mt, target2050Mt}: EmissionPath): {year: number; mt: number}[] {
  return [
    {year: 2030, mt: target2030Mt},
    {year: 2050, mt: target2050Mt}
  ].flatMap(({year, mt}) => (mt === null ? [] : [{year, mt}]));
}

function ends({points}: EmissionPath, targets: readonly {year: number}[]): number[] {
  const years = [points[0]?.year, points.at(-1)?.year, ...targets.map(({year}) => year)];
  return years.filter((year) => year !== undefined);
}
