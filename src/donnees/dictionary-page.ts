import {Description, mostDistinct, type ColumnDescription} from "../lib/describe.js";
import {unitOfColumn} from "../lib/column-unit.js";
import {formatBytes, formatCount, formatDate, formatNumber, formatRatio, formatYear} from "../lib/format.js";
import type {Report} from "../lib/report.js";
import {groupBy} from "../lib/group-by.js";
import {tables, type Column, type TableName, type TableSchema} from "../lib/schema.js";
import type {Source} from "../lib/source.js";
import {agoraTables} from "../lib/tables/agora.js";
import {awardTables} from "../lib/tables/awards.js";
import {climateTables} from "../lib/tables/climate.js";
import {commitmentTables} from "../lib/tables/commitments.js";
import {partyTables} from "../lib/tables/parties.js";
import {qualityTables} from "../lib/tables/quality.js";
import {recordTables} from "../lib/tables/records.js";
import {solidarityTables} from "../lib/tables/solidarity.js";
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
  /** Sizes of its files, in bytes; null when no data were built. */
  bytes: {arrow: number; parquet: number} | null;
}

/** Where a table belongs; a source that was added since stands after them. */
const domains: readonly {words: string; names: object}[] = [
  {words: "Marchés publics", names: {...awardTables, ...recordTables, ...partyTables, ...qualityTables}},
  {words: "Solidarité", names: solidarityTables},
  {words: "Climat", names: climateTables},
  {words: "Engagements", names: commitmentTables},
  {words: "Agora", names: agoraTables}
];

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
 * @param build `files`: rows of `source_file`, to name the sources of rows that have a `source_id`; `report`: that of the
 *   build, null when there is none.
 */
export function describeTable(
  name: TableName,
  rows: readonly Readonly<Record<string, unknown>>[] | null,
  {
    files,
    sources,
    report
  }: {
    files: readonly {source_id: string; dataset: string}[];
    sources: readonly Source[];
    report: Pick<Report, "tables"> | null;
  }
): DescribedTable {
  const description = new Description();
  for (const row of rows ?? []) description.take(row);
  const ids = new Set((rows ?? []).map((row) => row.source_id));
  const datasets = new Set(files.filter(({source_id}) => ids.has(source_id)).map(({dataset}) => dataset));
  const written = report?.tables[name];
  return {
    name,
    rows: rows?.length ?? null,
    columns: new Map(description.columns().map((column) => [column.name, column])),
    sources: sources.filter(({id}) => datasets.has(id)).map((source) => source.name),
    bytes: written ? {arrow: written.arrow_bytes, parquet: written.parquet_bytes} : null
  };
}

/** The dictionary of the published tables, as Markdown: grain, keys, columns with unit, null rate, range and examples. */
export function dictionaryPage(described: readonly DescribedTable[]): string {
  return [
    `---\ntitle: Données\n---`,
    `# Les données, table par table`,
    `${safe("Tout ce que ce site montre vient de ces tables. Chacune se télécharge entière : en CSV pour un tableur, en Parquet ou en Arrow pour un programme. Une case vide veut dire inconnu, jamais zéro. Les licences et les réserves de chaque source sont sur la page ")}<a href="../methode/">Méthode</a>.`,
    safe(
      "Dans un CSV, les nombres ont un point décimal et les dates la forme 2026-11-25. Chaque table porte le même nom dans les cellules SQL, dans les carnets et dans le code. Les nombres de cette page sont ceux de la dernière construction des données."
    ),
    ...Array.from(groupBy(described, ({name}) => domainOf(name))).flatMap(([domain, own]) => [
      `## ${safe(domain)}`,
      ...own.flatMap(tablePart)
    ])
  ].join("\n\n");
}

function domainOf(name: TableName): string {
  return domains.find(({names}) => name in names)?.words ?? "Autres sources";
}

function tablePart({name, rows, columns, sources, bytes}: DescribedTable): string[] {
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
    `${safe("Télécharger : ")}${downloads(name, bytes)}`
  ];
  const lines = Object.entries(schema).map(([key, column]) => columnLine(key, column, columns.get(key)));
  return [
    `<h3 id="${anchor(name)}"><code>${name}</code></h3>`,
    list(facts),
    `<details class="columns"><summary>${safe(`Ses ${formatCount(lines.length)} colonnes`)}</summary>${markupTable(safe(`Colonnes de ${name}`), ["Colonne", "Sens", "Type", "Sans valeur", "De – à", "Exemples"], lines)}</details>`
  ];
}

function downloads(name: TableName, bytes: DescribedTable["bytes"]): string {
  const link = (format: string, size: number | undefined) =>
    `<a rel="external" download href="../data/${name}.${format.toLowerCase()}">${format}</a>${size === undefined ? "" : safe(` (${formatBytes(size)})`)}`;
  return [link("CSV", undefined), link("Parquet", bytes?.parquet), link("Arrow", bytes?.arrow)].join(", ");
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
