import type {CsvFile} from "../staging/csv.js";
import {quoted} from "./scaffold.js";

/** A column of the example, and how it is read. */
export interface FoundColumn {
  /** As in the file. */
  header: string;
  /** As in the published table. */
  name: string;
  type: "text" | "integer" | "number" | "date";
  nullable: boolean;
}

/** Where the example comes from. */
export interface Example {
  /** Its name, without folder. */
  file: string;
  text: string;
  /** Reads it strictly, with these columns. */
  read: (columns: readonly string[]) => CsvFile;
  /** The tables that are already read, with their headings. */
  others: readonly {file: string; headings: readonly string[]}[];
}

const duckdbTypes = {text: "VARCHAR", integer: "INTEGER", number: "DOUBLE", date: "DATE"};

/** What the texts of a source are written from. */
export interface SourceParts {
  name: string;
  table: string;
  title: string;
  value: string;
  columns: readonly FoundColumn[];
  keys: readonly string[];
  example: Example;
  producer: string;
  url: string;
  licence: string;
  cadence: string;
}

/**
 * The new files of a source, by their path from the root: its example, its card, its table of the schema, its staging, its
 * mart and its test.
 *
 * @param parts Columns as they were found, in the order of the example; keys are names of some of them.
 */
export function sourceFiles(parts: SourceParts): Record<string, string> {
  const {name, table, example} = parts;
  return {
    [`data/reference/${name}.csv`]: example.text,
    [`src/catalogue/${name}.ts`]: card(parts),
    [`src/lib/tables/${name}.ts`]: schemaModule(parts),
    [`loaders/staging/${name}.ts`]: stagingModule(parts),
    [`loaders/marts/${table}.sql`]: mart(parts),
    [`test/loaders/staging/${name}.test.ts`]: testModule(parts)
  };
}

function card({
  name,
  table,
  title,
  producer,
  url,
  licence,
  cadence,
  keys
}: Omit<SourceParts, "columns" | "value" | "example">) {
  return `import {defineSource} from "../lib/source.js";

export default defineSource({
  id: ${quoted(name)},
  name: ${quoted(title)},
  producer: ${quoted(producer)},
  url: ${quoted(url)},
  licence: ${quoted(licence)},
  cadence: ${quoted(cadence)},
  grain: ${quoted(`une ligne par ${keys.join(" × ")}`)},
  hosts: [],
  tables: [${quoted(table)}],
  caveats: ["Relue par son seul fichier : ce que le producteur n’y met pas n’est pas connu ici."]
});
`;
}

function schemaModule({
  table,
  value,
  columns,
  keys
}: Pick<SourceParts, "table" | "value" | "columns" | "keys">): string {
  const lines = columns.map(
    ({name, type, nullable, header}) =>
      `${name}: {type: ${quoted(type)}, ${nullable ? "nullable: true, " : ""}label: ${quoted(header.replaceAll("_", " "))}}`
  );
  return `import type {TableSchema} from "../schema.js";

/** Table of one source; its columns are those of the producer's file. */
export const ${value}Tables = {
  ${table}: {
    grain: ${quoted(`une ligne par ${keys.join(" × ")}`)},
    keys: ${JSON.stringify(keys)},
    columns: {
      ${lines.join(",\n      ")},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  }
} as const satisfies Record<string, TableSchema>;
`;
}

function stagingModule({
  name,
  table,
  columns,
  keys,
  title
}: Pick<SourceParts, "name" | "table" | "columns" | "keys" | "title">) {
  const readers = new Set(["checkKeys", ...columns.map(readerOf)]);
  if (columns.some(({type, nullable}) => type === "date" && nullable)) readers.add("maybeText");
  return `import {${[...readers].sort().join(", ")}} from "./csv.js";
import {defineReference} from "./reference.js";

/** ${title.replaceAll("*/", "")}: one row per line of the file. */
export default defineReference({
  dataset: ${quoted(name)},
  columns: ${JSON.stringify(columns.map(({header}) => header))},
  name: ${quoted(`staged_${table}`)},
  staged: {
    source_id: "VARCHAR",
    record_number: "INTEGER",
    ${columns.map((column) => `${column.name}: ${quoted(duckdbTypes[column.type])}`).join(",\n    ")}
  },
  stage: (file) => {
    const rows = file.rows.map((row) => ({
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      ${columns.map((column) => `${column.name}: ${reading(column)}`).join(",\n      ")}
    }));
    checkKeys(file, rows, (row) => [${keys.map((key) => `row.${key}`).join(", ")}].join(", "));
    return rows;
  }
});
`;
}

function readerOf({type, nullable}: FoundColumn): string {
  if (type === "date") return "day";
  const base = type === "number" ? "decimal" : type;
  return nullable ? `maybe${base[0]?.toUpperCase()}${base.slice(1)}` : base;
}

function reading(column: FoundColumn): string {
  const cell = quoted(column.header);
  if (column.type === "text" && column.nullable) return `maybeText(row, ${cell})`;
  const read = `${readerOf(column)}(file, row, ${cell})`;
  return column.type === "date" && column.nullable ? `maybeText(row, ${cell}) === null ? null : ${read}` : read;
}

function mart({table, columns, keys}: Pick<SourceParts, "table" | "columns" | "keys">): string {
  return `-- One line of the producer's file; keys ${keys.join(", ")}.
SELECT ${columns.map(({name}) => `"${name}"`).join(", ")}, source_id
FROM staged_${table}
ORDER BY record_number
`;
}

function testModule({
  name,
  table,
  columns,
  example
}: Pick<SourceParts, "name" | "table" | "columns" | "example">): string {
  const {rows} = example.read(columns.map(({header}) => header));
  const first = columns.map(({name: key, header, type, nullable}) => {
    const cell = rows[0]?.cells[header] ?? "";
    const value = cell === "" && nullable ? null : type === "integer" || type === "number" ? Number(cell) : cell;
    return `${key}: ${JSON.stringify(value)}`;
  });
  const last = columns.at(-1)?.header ?? "";
  return `import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {shaped} from "../shape/work.js";

const text = readFileSync("data/reference/${name}.csv", "utf8");
const tableOf = (content: string) => shaped({csv: [{dataset: ${quoted(name)}, text: content}]});

describe(${quoted(name)}, () => {
  it("is published whole, in the order of its file", async () => {
    const rows = (await tableOf(text)).rows(${quoted(table)});
    expect(rows).toHaveLength(${rows.length});
    expect(rows[0]).toMatchObject({${first.join(", ")}});
  });

  it("stops the build when a column is missing, and names it", async () => {
    const others = text.replace(/[^,\\n\\r]*(?=\\r?\\n)/, "autre");
    await expect(tableOf(others)).rejects.toThrow(${quoted(`une colonne « ${last} »`)});
  });
});
`;
}
