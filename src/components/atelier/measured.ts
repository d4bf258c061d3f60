import {evaluate, type Evaluation} from "../../lib/human/evaluate.js";
import type {HumanDefinition} from "../../lib/human/definition.js";
import type {AnyRow} from "../../lib/human/filter.js";
import {columnsRead} from "../../lib/human/years.js";
import {sift, type AnyIndicator} from "../../lib/indicator.js";
import type {Report} from "../../lib/report.js";
import type {ArrowLike} from "../../lib/rows.js";
import {rowsOf} from "../../lib/rows.js";
import {tables, type Column, type TableName} from "../../lib/schema.js";
import {readArrow, readReport, readTables} from "../marts.js";
import {filesOf, type ReadFile} from "../provenance.js";

/** A column by which rows may be chosen, with the values that the rows of the measure have. */
export interface Choice {
  column: string;
  label: string;
  values: readonly (string | number)[];
}

/** A measure that is ready: its table is here. */
export interface Measured {
  indicator: AnyIndicator;
  choices: readonly Choice[];
  /** Columns of years, by which a year is set beside the one before. */
  yearly: readonly string[];
  /** The files behind it, and when they were read. */
  files: readonly ReadFile[];
  readOn: string;
  isFictional: boolean;
  /**
   * Computes a definition of this measure.
   *
   * @throws {RangeError} On a filter or a comparison that its table cannot answer.
   */
  evaluate: (definition: HumanDefinition) => Evaluation;
}

/** Most values that a list can offer. */
const mostValues = 60;
/** Columns of identity, text and origin: nobody chooses rows by them. */
const unchosen =
  /(_id|_uid|_siren|_on|_url|_number|_count|_eur|_code)$|^(n|object|note|url|cpv|key|status|verification|method|break_\w+|default_fields|action|says|problem)$/;
const years = ["year", "edition", "from_year", "to_year"];

/**
 * Opens measures of the registry over the published tables; each table is read once.
 *
 * @param data `<site>/data/`.
 */
export function measuresOf(data: URL): (id: string) => Promise<Measured> {
  const arrows = new Map<string, Promise<ArrowLike>>();
  const open = new Map<string, Promise<Measured>>();
  let report: Promise<Report> | undefined;
  const arrowOf = (name: TableName) => kept(arrows, name, () => readArrow(name, data));
  return (id) =>
    kept(open, id, async () => {
      const {default: indicators} = await import("../../indicators/index.js");
      const indicator = indicators.find((one) => one.id === id);
      if (!indicator) throw new RangeError(`La mesure « ${id} » n’existe pas ici. Choisissez-en une autre.`);
      report ??= readReport(data);
      const name = indicator.needs as TableName;
      const [arrow, {equivalence}, built] = await Promise.all([
        arrowOf(name),
        readTables(["equivalence"], data),
        report.catch((error: unknown) => {
          report = undefined;
          throw error;
        })
      ]);
      const files = filesOf(built, [name]);
      return {
        indicator,
        choices: choicesOf(indicator, arrow),
        yearly: years.filter((column) => columnsOf(name)[column]?.type === "integer"),
        files,
        readOn: built.generated_at,
        isFictional: files.some(({is_fictional}) => is_fictional),
        evaluate: (definition) =>
          evaluate(definition, {
            indicator,
            rows: rowsOf(name, arrow, columnsRead(indicator, definition) as never) as readonly AnyRow[],
            equivalences: equivalence
          })
      };
    });
}

function columnsOf(name: TableName): Readonly<Record<string, Column>> {
  return tables[name].columns;
}

function choicesOf(indicator: AnyIndicator, arrow: ArrowLike): Choice[] {
  const name = indicator.needs as TableName;
  const columns = Object.entries(columnsOf(name)).filter(
    ([column, {type}]) => (type === "text" || type === "integer") && !unchosen.test(column)
  );
  const wanted = [...new Set([...(indicator.columns as readonly string[]), ...columns.map(([column]) => column)])];
  const {used} = sift(indicator, rowsOf(name, arrow, wanted as never) as never[]);
  return columns.flatMap(([column, {label}]) => {
    const values = new Set<string | number>();
    for (const row of used as AnyRow[]) {
      const value = row[column];
      if (typeof value === "string" || typeof value === "number") values.add(value);
      if (values.size > mostValues) return [];
    }
    if (values.size < 2) return [];
    return [{column, label: label.split(/ ; |, libellé/)[0] ?? label, values: [...values].sort(byKind)}];
  });
}

function byKind(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "fr", {numeric: true});
}

/** What was asked for before is given again; a failure is forgotten, so that it can be tried again. */
function kept<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}
