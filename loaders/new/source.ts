import {maybeHeader} from "../read/table-header.js";
import {recognise} from "../read/recognise.js";
import type {Asker} from "./ask.js";
import {NewError} from "./errors.js";
import {camel, withLine, type Scaffold} from "./scaffold.js";
import {sourceFiles, type Example, type FoundColumn} from "./source-texts.js";

/** Columns that every row carries besides those of its file. */
const ownColumns = ["source_id", "record_number"];

/**
 * A source that comes as one CSV file: its card, its table of the schema, its staging, its mart, and a test on the file
 * that was given as an example, which becomes the first file of `data/reference`.
 *
 * @param readExample Opens the example.
 * @throws {NewError} On an example that is no strict CSV, has no row, or that another source already reads.
 */
export async function newSource(
  name: string,
  {ask}: Asker,
  readExample: (path: string) => Promise<Example>
): Promise<Scaffold> {
  const example = await readExample(await ask("example", {words: "Un exemple de fichier CSV (chemin) ?"}));
  const columns = columnsOf(example);
  const title = await ask("title", {words: "Son nom à l’écran ?"});
  const producer = await ask("producer", {words: "Qui la publie ?"});
  const url = await ask("url", {
    words: "Sur quelle page ?",
    fault: (text) => (/^https:\/\/[^\s/]+\.\S+$/.test(text) ? null : "une adresse https est attendue")
  });
  const licence = await ask("licence", {words: "Sous quelle licence ?", fallback: "Licence Ouverte 2.0"});
  const cadence = await ask("cadence", {words: "À quel rythme ?", fallback: "chaque année"});
  const keys = (
    await ask("keys", {
      words: `Quelles colonnes, ensemble, ne se répètent pas (séparées par des virgules) ? ${columns.map((one) => one.name).join(", ")}`,
      fault: (text) => faultOfKeys(text.split(","), columns, example)
    })
  )
    .split(",")
    .map((key) => key.trim());
  const table = name.replaceAll("-", "_");
  const value = camel(name);
  return {
    files: sourceFiles({name, table, value, title, producer, url, licence, cadence, columns, keys, example}),
    edits: {
      "src/catalogue/registry.ts": (text) => withLine(text, `./${name}.js`),
      "loaders/staging/registry.ts": (text) => withLine(text, `./${name}.js`),
      "src/lib/schema.ts": (text) => withTable(text, name, value)
    },
    next: [
      `Relisez les libellés de src/lib/tables/${name}.ts et les réserves de src/catalogue/${name}.ts.`,
      `npm run data : la table ${table} est faite de data/reference/${name}.csv`,
      `npm run new -- indicator <nom> --table ${table}`
    ]
  };
}

/** The columns of the example: a type is what every filled cell allows. */
function columnsOf({file, text, read, others}: Example): FoundColumn[] {
  const head = new TextEncoder().encode(text);
  const known = recognise(head.subarray(0, 64 * 1024));
  if (known.kind === "csv")
    throw new NewError(`npm run new : ${file} : la source « ${known.source.dataset} » lit déjà ces colonnes.`);
  const headers = maybeHeader(text)?.columns ?? [];
  const names = headers.map(columnName);
  const doubled = names.find((name, i) => name === "" || names.indexOf(name) !== i || ownColumns.includes(name));
  if (headers.length < 2 || doubled !== undefined)
    throw new NewError(
      `npm run new : ${file} : attendu un CSV (virgules, une ligne de titres différents), trouvé ${headers.join(", ") || "aucun titre"}.`
    );
  const taken = others.find(({headings}) => headers.every((header) => headings.includes(header)));
  if (taken)
    throw new NewError(`npm run new : ${file} : ${taken.file} a aussi toutes ces colonnes, les deux se confondraient.`);
  const {rows} = read(headers);
  if (rows.length === 0)
    throw new NewError(`npm run new : ${file} : attendu au moins une ligne, trouvé les titres seuls.`);
  return headers.map((header, i) => {
    const cells = rows.map((row) => row.cells[header] ?? "");
    return {header, name: names[i] as string, type: typeOf(cells.filter(Boolean)), nullable: cells.includes("")};
  });
}

function typeOf(cells: readonly string[]): FoundColumn["type"] {
  const all = (form: RegExp) => cells.length > 0 && cells.every((cell) => form.test(cell));
  // A code may start with a zero, and is no number.
  if (all(/^(0|-?[1-9]\d{0,8})$/)) return "integer";
  if (all(/^-?(0|[1-9]\d*)(\.\d+)?$/)) return "number";
  return all(/^\d{4}-\d{2}-\d{2}$/) ? "date" : "text";
}

/** A title of a column as a name: `Nombre d’arbres` is `nombre_d_arbres`. */
function columnName(header: string): string {
  const plain = header.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .replace(/^(\d)/, "c_$1");
}

function faultOfKeys(keys: readonly string[], columns: readonly FoundColumn[], {read}: Example): string | null {
  const found = keys.map((key) => columns.find(({name}) => name === key.trim()));
  const unknown = keys.find((_, i) => found[i] === undefined);
  if (unknown !== undefined) return `attendu parmi ${columns.map(({name}) => name).join(", ")}`;
  const empty = found.find((column) => column?.nullable);
  if (empty) return `« ${empty.name} » est vide sur une ligne`;
  const {rows} = read(columns.map(({header}) => header));
  const seen = new Set(rows.map((row) => found.map((column) => row.cells[column?.header ?? ""]).join("\n")));
  return seen.size === rows.length ? null : `deux lignes de l’exemple ont les mêmes ${keys.join(", ")}`;
}

/** The schema with one family of tables more. */
function withTable(schema: string, name: string, value: string): string {
  const line = `import {${value}Tables} from "./tables/${name}.js";`;
  const imports = schema.split("\n").filter((text) => text.startsWith("import "));
  const after = imports.findLast((text) => (/"\.\/tables\/.*"/.exec(text)?.[0] ?? "~") < `"./tables/${name}.js"`);
  const placed = after ? schema.replace(after, `${after}\n${line}`) : `${line}\n${schema}`;
  const spread = /( *\.\.\.\w+Tables)\n(\} as const satisfies Record<string, TableSchema>)/;
  if (!spread.test(placed))
    throw new NewError(
      "npm run new : src/lib/schema.ts : attendu « tables » faite de familles de tables, rien n’a été écrit."
    );
  return placed.replace(spread, `$1,\n  ...${value}Tables\n$2`);
}
