import {Description, mostDistinct, type ColumnDescription} from "../lib/describe.js";
import {unitOfColumn} from "../lib/column-unit.js";
import {formatCount, formatDate, formatNumber, formatRatio, formatYear} from "../lib/format.js";
import {tables, type Column, type TableName, type TableSchema} from "../lib/schema.js";
import type {Source} from "../lib/source.js";
import {list, markupTable, safe} from "../methode/markup.js";

/** A published table with what the last build put into it. */
export interface DescribedTable {
  name: TableName;
  /** Null when no data were built. */
  rows: number | null;
  /** By name of column; empty when no data were built. */
  columns: ReadonlyMap<string, ColumnDescription>;
  /** Names of the sources that its rows name; empty for a table that is computed from others. */
  sources: readonly string[];
}

const typeNames: Readonly<Record<Column["type"], string>> = {
  text: "texte",
  integer: "nombre entier",
  number: "nombre",
  boolean: "oui ou non",
  date: "date"
};

const words: Readonly<Record<string, string>> = {true: "oui", false: "non"};

/**
 * Describes the rows of a published table.
 *
 * @param rows As `lastRows` gives them; null when no data were built.
 * @param files Rows of `source_file`, to name the sources of rows that have a `source_id`.
 */
export function describeTable(
  name: TableName,
  rows: readonly Readonly<Record<string, unknown>>[] | null,
  {files, sources}: {files: readonly {source_id: string; dataset: string}[]; sources: readonly Source[]}
): DescribedTable {
  const description = new Description();
  for (const row of rows ?? []) description.take(row);
  const ids = new Set((rows ?? []).map((row) => row.source_id));
  const datasets = new Set(files.filter(({source_id}) => ids.has(source_id)).map(({dataset}) => dataset));
  return {
    name,
    rows: rows?.length ?? null,
    columns: new Map(description.columns().map((column) => [column.name, column])),
    sources: sources.filter(({id}) => datasets.has(id)).map((source) => source.name)
  };
}

/** The dictionary of the published tables, as Markdown: grain, keys, columns with unit, null rate, range and examples. */
export function dictionaryPage(described: readonly DescribedTable[]): string {
  return [
    `---\ntitle: Dictionnaire\n---`,
    `# Dictionnaire des tables publiées`,
    safe(
      "Chaque table se télécharge entière, en Arrow ou en Parquet, et porte le même nom dans les cellules SQL, dans les carnets et dans le code. Une case vide veut dire inconnu, jamais zéro. Les nombres de cette page sont ceux de la dernière construction des données."
    ),
    list(
      described.map(
        ({name}) => `<a href="#${anchor(name)}"><code>${name}</code></a>${"\u00a0"}: ${safe(tables[name].grain)}`
      )
    ),
    ...described.flatMap(tablePart)
  ].join("\n\n");
}

function tablePart({name, rows, columns, sources}: DescribedTable): string[] {
  const {grain, keys, columns: schema}: TableSchema = tables[name];
  const facts = [
    safe(`Une ligne : ${grain}`),
    `${safe("Clés : ")}${keys.map((key) => `<code>${key}</code>`).join(", ")}`,
    rows === null
      ? safe("Aucune donnée n'a encore été construite : npm run data")
      : safe(`Lignes : ${formatCount(rows)}`),
    sources.length > 0
      ? safe(`Sources : ${sources.join(" ; ")}`)
      : `${safe("Calculée à partir d'autres tables : ")}<code>loaders/marts/${name}.sql</code>`,
    `<a rel="external" href="../data/${name}.arrow">Arrow</a>`
  ];
  const lines = Object.entries(schema).map(([key, column]) => columnLine(key, column, columns.get(key)));
  return [
    `<h2 id="${anchor(name)}"><code>${name}</code></h2>`,
    list(facts),
    markupTable(safe(`Colonnes de ${name}`), ["Colonne", "Sens", "Type", "Sans valeur", "De – à", "Exemples"], lines)
  ];
}

function columnLine(key: string, column: Column, found: ColumnDescription | undefined): string[] {
  const unit = unitOfColumn(key);
  const hasRange = column.type === "integer" || column.type === "number" || column.type === "date";
  return [
    `<code>${key}</code>`,
    safe(column.label),
    safe(unit === null ? typeNames[column.type] : `${typeNames[column.type]}, ${unit}`),
    nullsOf(column, found),
    found && hasRange ? safe(rangeOf(found, (value) => shown(value, column, unit))) : "",
    found && !hasRange ? safe(examplesOf(found)) : ""
  ];
}

function nullsOf({nullable}: Column, found: ColumnDescription | undefined): string {
  if (!nullable) return "jamais";
  return found && found.count > 0 ? formatRatio(found.nulls / found.count) : "possible";
}

function rangeOf({min, max}: ColumnDescription, format: (value: string | number) => string): string {
  if (min === null || max === null) return "";
  return min === max ? format(min) : `${format(min)} – ${format(max)}`;
}

/** Values of a code list are told by their first ones; of texts without repetition, three say enough. */
function examplesOf({examples, distinct}: ColumnDescription): string {
  const rest = distinct - examples.length;
  const more = distinct >= mostDistinct ? " …" : rest > 0 ? ` (et ${formatCount(rest)} autres)` : "";
  return `${examples.map((value) => words[value] ?? value).join(" ; ")}${more}`;
}

function shown(value: string | number, {type}: Column, unit: string | null): string {
  if (type === "date") return formatDate(String(value));
  return unit === "année" ? formatYear(Number(value)) : formatNumber(Number(value));
}

function anchor(name: string): string {
  return name.replaceAll("_", "-");
}
