import {csvFile} from "../lib/csv.js";
import type {Figure} from "../lib/figure.js";
import {sift, type AnyIndicator} from "../lib/indicator.js";
import {tables as schema, type TableName, type Tables} from "../lib/schema.js";
import {readTables} from "./marts.js";
import {columnsOf, isDeclared, sliceOf, tablesOf, viewOf, type Params} from "./state.js";

/** The tables of a figure's indicators as they see them, and the names of those that were read for it. */
export interface ReadView {
  names: TableName[];
  view: Tables;
}

/**
 * Reads what the indicators of a figure need, and no more: their columns and the keys of their rows, unless a slice or the
 * declared state calls for others.
 *
 * @param data `<site>/data/`.
 */
export async function readView(figure: Figure<unknown>, params: Params, data: URL): Promise<ReadView> {
  const declared = isDeclared(figure, params);
  const names = declared
    ? tablesOf(figure, params)
    : [...new Set(figure.indicators.map(({needs}) => needs as TableName))];
  const columns = (name: TableName) =>
    figure.slice || declared
      ? columnsOf(figure, name, params)
      : [...new Set(figure.indicators.filter(({needs}) => needs === name).flatMap(columnsShown))];
  return {names, view: viewOf(figure, await readTables(names, data, columns), params)};
}

/** Which rows of an indicator a file holds. */
export type RowsKind = "used" | "left-out";

/**
 * The rows behind an indicator of a figure as CSV: the keys of its table, then the columns that it reads, raw. Rows left
 * out carry the reason: its key, and its words in French.
 *
 * @param view The tables as {@link readView} gives them.
 */
export function proofCsv(
  kind: RowsKind,
  indicator: AnyIndicator,
  {figure, params, view}: {figure: Figure<unknown>; params: Params; view: Tables}
): string {
  const columns = columnsShown(indicator);
  const {used, leftOut} = sift(indicator, sliceOf(figure, indicator.needs as TableName, view, params));
  if (kind === "used") return csvFile(columns, used as never);
  return csvFile(
    [...columns, "left_out_reason", "left_out_words"],
    leftOut.map(({row, reason}) => ({
      ...(row as object),
      left_out_reason: reason,
      left_out_words: indicator.excludes[reason] ?? null
    }))
  );
}

function columnsShown({needs, columns}: AnyIndicator): string[] {
  return [...new Set([...schema[needs as TableName].keys, ...(columns as readonly string[])])];
}
