import {closeSync, openSync, writeFileSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
  type Data,
  type DataType
} from "apache-arrow";
import {literal, maybeNumber, query} from "../duckdb.js";

/** Rows of one record batch. */
const batchRows = 65_536;

/** Texts of so few rows are read in one statement; those of more, column by column, so that one block is in memory. */
const fewRows = 4_096;

/** The most distinct texts that a dictionary holds, and how often each must repeat on average. */
const dictionaryValues = 1_000;
const dictionaryRepeats = 4;

/** What a vector of node-api holds behind its typed interface; the package's version is pinned and this is tested. */
interface VectorMemory {
  /** One number per row, whatever a null row holds; a boolean vector has `dataView` instead. */
  items: ArrayLike<number>;
  dataView: DataView;
  /** One bit per row, in Arrow's order; no data when every row has a value. */
  validity: {data: BigUint64Array | null};
}

/** A column on its way: what to select, and how to make Arrow data of a batch. */
interface PlannedColumn {
  name: string;
  type: DataType;
  /** One number or boolean per row: the value, the code in the dictionary, or the length of the text in bytes. */
  expression: string;
  /** The texts of a batch, one after the other; null unless the column travels as text. */
  bytesExpression: string | null;
  toData: (values: BatchColumn, bytes: Uint8Array) => Data;
}

/** The values of one column of one batch. */
interface BatchColumn {
  length: number;
  values: Float64Array | Int32Array;
  nullCount: number;
  nullBitmap: Uint8Array | undefined;
}

/**
 * Writes a table as an Arrow IPC stream, straight from DuckDB's memory. Texts with few distinct values are dictionaries.
 * Texts travel as one block of bytes per column and batch: a call per text takes ten times as long.
 *
 * @param table A stored table (not a view) from which no row was deleted, with columns VARCHAR, INTEGER, DOUBLE, BOOLEAN
 * or DATE; its row order is kept.
 * @returns Bytes written.
 * @throws {Error} On a column of another type; when the disk takes no more.
 */
export async function writeArrow(db: DuckDBConnection, table: string, path: string): Promise<number> {
  const {columns, total} = await plan(db, table);
  const schema = new Schema(columns.map(({name, type}) => new Field(name, type, true)));
  const writer = new RecordBatchStreamWriter();
  const file = openSync(path, "w");
  let written = 0;
  let failure: unknown;
  const drained = (async () => {
    for await (const part of writer)
      try {
        // Unlike writeSync, never writes a part of it only.
        writeFileSync(file, part as Uint8Array);
        written += part.byteLength;
      } catch (error) {
        // To leave this loop would close the writer, whose own complaint would then hide this one.
        failure ??= error;
      }
  })();
  try {
    // An empty table has one empty batch, which carries the schema.
    for (let start = 0; start === 0 || start < total; start += batchRows) {
      const length = Math.min(batchRows, total - start);
      const range = `FROM ${table} WHERE rowid >= ${start} AND rowid < ${start + length}`;
      const children = await readBatch(db, columns, range, length);
      if (failure) break;
      writer.write(
        new RecordBatch(schema, makeData({type: new Struct(schema.fields), length, nullCount: 0, children}))
      );
    }
    writer.finish();
    await drained;
    if (failure) throw failure;
  } finally {
    closeSync(file);
  }
  return written;
}

async function readBatch(
  db: DuckDBConnection,
  columns: readonly PlannedColumn[],
  range: string,
  length: number
): Promise<Data[]> {
  const batch = columns.map(({type}) => newColumn(type, length));
  if (length > 0) await readNumbers(db, columns, range, batch);
  const expressions = columns.flatMap(({bytesExpression}) => bytesExpression ?? []);
  const together = length > fewRows ? null : length === 0 ? [] : await readBytes(db, expressions, range);
  const data: Data[] = [];
  let text = 0;
  for (const [i, {toData, bytesExpression}] of columns.entries()) {
    let bytes: Uint8Array | undefined;
    if (bytesExpression !== null)
      bytes = together ? together[text++] : (await readBytes(db, [bytesExpression], range))[0];
    data.push(toData(batch[i] as BatchColumn, bytes ?? new Uint8Array(0)));
  }
  return data;
}

async function readNumbers(
  db: DuckDBConnection,
  columns: readonly PlannedColumn[],
  range: string,
  batch: readonly BatchColumn[]
): Promise<void> {
  const result = await db.stream(`SELECT ${columns.map((column) => column.expression).join(", ")} ${range}`);
  let row = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const [i, column] of batch.entries())
      append(column, chunk.getColumnVector(i) as unknown as VectorMemory, row, chunk.rowCount);
    row += chunk.rowCount;
  }
  const length = batch[0]?.length ?? 0;
  if (row !== length) throw new Error(`Arrow: expected ${length} rows ${range}, got ${row}. Store the table anew.`);
}

/** One block of bytes per expression, in one statement; undefined where every text is null. */
async function readBytes(
  db: DuckDBConnection,
  expressions: readonly string[],
  range: string
): Promise<(Uint8Array | undefined)[]> {
  if (expressions.length === 0) return [];
  const [row] = await query(db, `SELECT ${expressions.map((e, i) => `${e} AS b${i}`).join(", ")} ${range}`);
  return expressions.map((_, i) => (row?.[`b${i}`] as Uint8Array | null | undefined) ?? undefined);
}

function newColumn(type: DataType, length: number): BatchColumn {
  const values = type instanceof Float64 ? new Float64Array(length) : new Int32Array(length);
  return {length, values, nullCount: 0, nullBitmap: undefined};
}

/** Copies the rows of a chunk; null rows become 0, so that the same table always gives the same bytes. */
function append(column: BatchColumn, vector: VectorMemory, start: number, rows: number): void {
  if (vector.items) column.values.set(vector.items, start);
  else for (let i = 0; i < rows; i++) column.values[start + i] = vector.dataView.getUint8(i);
  const {data} = vector.validity;
  if (data === null) return;
  const valid = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  for (let i = 0; i < rows; i++) {
    if ((((valid[i >> 3] as number) >> (i & 7)) & 1) === 1) continue;
    const row = start + i;
    column.nullBitmap ??= new Uint8Array((column.length + 7) >> 3).fill(255);
    column.nullBitmap[row >> 3] = (column.nullBitmap[row >> 3] as number) & ~(1 << (row & 7));
    column.nullCount++;
    column.values[row] = 0;
  }
}

/** Decides how each column travels, and counts the rows. */
async function plan(db: DuckDBConnection, table: string): Promise<{columns: PlannedColumn[]; total: number}> {
  const described = (await query(db, `DESCRIBE ${table}`)) as {column_name: string; column_type: string}[];
  const texts = described.filter((column) => column.column_type === "VARCHAR").map((column) => column.column_name);
  const counts = texts.map((name, i) => `, approx_count_distinct("${name}")::INTEGER AS c${i}`).join("");
  const [count] = await query(db, `SELECT count(*)::INTEGER AS n${counts} FROM ${table}`);
  const isDictionary = (name: string) => {
    const distinct = count?.[`c${texts.indexOf(name)}`] as number;
    return distinct > 0 && distinct <= dictionaryValues && distinct * dictionaryRepeats <= (count?.n as number);
  };
  const names = texts.filter(isDictionary);
  // One thread meets the rows in their order; several must be told it, and bringing texts together then takes thrice as long.
  const order = (await maybeNumber(db, "SELECT current_setting('threads')")) === 1 ? "" : " ORDER BY rowid";
  const dictionaries = await readDictionaries(db, table, names);
  const columns = described.map(({column_name: name, column_type: type}) => {
    if (type !== "VARCHAR") return planNumber(name, type, table);
    const values = dictionaries.get(name);
    return values ? planDictionary(table, name, values, names.indexOf(name)) : planText(name, order);
  });
  return {columns, total: Number(count?.n ?? 0)};
}

/** The distinct texts of some columns, sorted; each also becomes an enumeration of the database. */
async function readDictionaries(
  db: DuckDBConnection,
  table: string,
  names: readonly string[]
): Promise<Map<string, string[]>> {
  if (names.length === 0) return new Map();
  const lists = names.map((name, i) => `to_json(list(DISTINCT "${name}" ORDER BY "${name}")) AS c${i}`);
  const [row] = await query(db, `SELECT ${lists.join(", ")} FROM ${table}`);
  const values = names.map((_, i) =>
    (JSON.parse(row?.[`c${i}`] as string) as (string | null)[]).filter((value) => value !== null)
  );
  const types = names.map(
    (name, i) => `CREATE OR REPLACE TYPE ${codesOf(table, name)} AS ENUM (${values[i]?.map(literal).join(", ")})`
  );
  await db.run(types.join(";\n"));
  return new Map(names.map((name, i) => [name, values[i] as string[]]));
}

function codesOf(table: string, name: string): string {
  return `"codes of ${table}.${name}"`;
}

function planNumber(name: string, declared: string, table: string): PlannedColumn {
  const types: Record<string, DataType> = {
    INTEGER: new Int32(),
    DATE: new DateDay(),
    DOUBLE: new Float64(),
    BOOLEAN: new Bool()
  };
  const type = types[declared];
  if (!type)
    throw new Error(
      `${table}.${name}: expected VARCHAR, INTEGER, DOUBLE, BOOLEAN or DATE, got ${declared}. Cast it in the mart's SQL.`
    );
  const toData = ({values, ...rest}: BatchColumn): Data =>
    type instanceof Bool
      ? makeData({type, data: packBits(values), ...rest})
      : makeData({type: type as Int32, data: values as Int32Array, ...rest});
  return {name, type, expression: `"${name}"`, bytesExpression: null, toData};
}

function planText(name: string, order: string): PlannedColumn {
  const type = new Utf8();
  const toData = ({values: lengths, ...rest}: BatchColumn, data: Uint8Array): Data => {
    const valueOffsets = new Int32Array(lengths.length + 1);
    for (let i = 0; i < lengths.length; i++) valueOffsets[i + 1] = (valueOffsets[i] as number) + (lengths[i] as number);
    return makeData({type, valueOffsets, data, ...rest});
  };
  return {
    name,
    type,
    expression: `strlen("${name}")::INTEGER`,
    bytesExpression: `encode(string_agg("${name}", ''${order}))`,
    toData
  };
}

/** `id` is the column's rank: the library's own ids go on from one table to the next, and would change the bytes. */
function planDictionary(table: string, name: string, values: readonly string[], id: number): PlannedColumn {
  const type = new Dictionary(new Utf8(), new Int16(), id);
  const dictionary = vectorFromArray(values, type.dictionary);
  const toData = ({values: numbers, ...rest}: BatchColumn): Data =>
    makeData({type, data: Int16Array.from(numbers), dictionary, ...rest});
  const expression = `enum_code("${name}"::${codesOf(table, name)})::INTEGER`;
  return {name, type, expression, bytesExpression: null, toData};
}

function packBits(values: ArrayLike<number>): Uint8Array {
  const bits = new Uint8Array((values.length + 7) >> 3);
  for (let i = 0; i < values.length; i++) if (values[i]) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  return bits;
}
