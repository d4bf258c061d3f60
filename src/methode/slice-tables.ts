import {cpvDivisions} from "../lib/cpv.js";
import {formatCount, formatRatio, formatSiren, formatYear} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import {tables, type Row, type TableName} from "../lib/schema.js";
import {coverageOf, dimensions, fewestToChart, measureBy, type Dimension, type Slice} from "../lib/slices.js";
import {formatValue} from "../lib/units.js";
import {markupTable, safe} from "./markup.js";

/** Beyond this many slices of one dimension (buyers, mostly), only those with the most rows are shown. */
const mostShown = 40;

/** The dimensions that the table of an indicator has. */
export function dimensionsOf({needs}: AnyIndicator): Dimension[] {
  const columns = tables[needs as TableName].columns;
  return (Object.keys(dimensions) as Dimension[]).filter((dimension) => dimension in columns);
}

/**
 * The value of an indicator by year, CPV division, procedure and buyer, as foldable Markdown tables with the rows used
 * and the share of rows that could be used.
 *
 * @param rows Rows of the table that the indicator needs.
 * @returns One text per dimension in which the rows have at least two values; none for a table that is not cut so.
 */
export function sliceTables(indicator: AnyIndicator, rows: readonly Row<TableName>[]): string[] {
  return dimensionsOf(indicator).flatMap((dimension) => {
    const slices = measureBy(indicator, rows as never, dimension).filter(({measure}) => coverageOf(measure) !== null);
    if (slices.length < 2) return [];
    const shown = new Set(slices.toSorted((a, b) => b.measure.used - a.measure.used).slice(0, mostShown));
    const body = slices.filter((slice) => shown.has(slice)).map((slice) => sliceRow(indicator, dimension, slice));
    const left = slices.length - shown.size;
    const table = markupTable(
      safe(dimensions[dimension]),
      [safe(dimensions[dimension]), safe(indicator.name), "Lignes utilisées", "Part des lignes utilisables"],
      body
    );
    const rest = left === 0 ? "" : `<p>${safe(`Et ${formatCount(left)} autres, avec moins de lignes.`)}</p>`;
    return [`<details><summary>${safe(dimensions[dimension])}</summary>${table}${rest}</details>`];
  });
}

function sliceRow(indicator: AnyIndicator, dimension: Dimension, {key, measure, isChartable}: Slice): string[] {
  const few = isChartable ? "" : ` (moins de ${fewestToChart})`;
  return [
    safe(keyInWords(dimension, key)),
    measure.value === null ? "non calculable" : formatValue(measure.value, indicator.unit),
    `${formatCount(measure.used)}${few}`,
    formatRatio(coverageOf(measure) ?? 0)
  ];
}

function keyInWords(dimension: Dimension, key: Slice["key"]): string {
  if (key === null) return "non renseigné";
  if (dimension === "year") return formatYear(Number(key));
  if (dimension === "buyer_siren") return `SIREN ${formatSiren(String(key))}`;
  return dimension === "cpv_division" ? `${key} · ${cpvDivisions[String(key)] ?? "division inconnue"}` : String(key);
}
