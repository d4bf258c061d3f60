import {bars, type BarsOptions} from "../components/bars.js";
import {decimal} from "../components/chart.js";
import type {Panel} from "../components/stack.js";
import type {ChartContext} from "../lib/figure.js";
import {formatYear} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {coverageOf, fewestToChart, measureBy} from "../lib/slices.js";
import {formatValue} from "../lib/units.js";

/** One indicator over the awards of one year. */
export interface YearValue {
  year: number;
  value: number | null;
  /** Awards that give the value. */
  used: number;
  /** Share of the awards in question that could be used; null when the question covers none. */
  coverage: number | null;
  isChartable: boolean;
}

/** What stands where fewer than five awards, or none, would make a value. */
export const fewNote = `Un tiret : moins de ${fewestToChart} attributions répondent cette année-là, trop peu pour dessiner une valeur. Le tableau la donne quand elle existe.`;

/** An indicator year by year, in order; awards without a date are in no year. */
export function byYear(indicator: AnyIndicator, awards: readonly Row<"award">[]): YearValue[] {
  return measureBy(indicator, awards, "year").flatMap(({key, measure, isChartable}) =>
    typeof key === "number"
      ? [{year: key, value: measure.value, used: measure.used, coverage: coverageOf(measure), isChartable}]
      : []
  );
}

/**
 * The years of an indicator as a titled panel of bars, half a page wide at most; a year that too few awards stand behind
 * keeps its place, with a dash.
 */
export function yearPanel(
  title: string,
  {unit}: AnyIndicator,
  years: readonly YearValue[],
  {color}: Pick<BarsOptions, "color">,
  context: ChartContext
): Panel {
  const scale = unit === "ratio" ? 100 : 1;
  const data = years.map(({year, value, isChartable}) => {
    const shown = isChartable ? value : null;
    return {
      x: year,
      y: (shown ?? 0) * scale,
      label: shown === null ? "–" : decimal(Math.round(shown * scale * 10) / 10),
      title: `${formatYear(year)} : ${shown === null ? "trop peu de réponses" : formatValue(shown, unit)}`
    };
  });
  const panel = {...context, width: Math.min(340, context.width)};
  return {title, svg: bars(data, {color, height: 190, unit: scale === 100 ? "%" : ""}, panel)};
}

/** The latest year that may be drawn; null when none may. */
export function latestOf(years: readonly YearValue[]): (YearValue & {value: number}) | null {
  const last = years.findLast(({value, isChartable}) => isChartable && value !== null);
  return last?.value == null ? null : {...last, value: last.value};
}
