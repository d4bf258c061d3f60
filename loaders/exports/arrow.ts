import {closeSync, openSync, writeSync} from "node:fs";
import type {DuckDBConnection, DuckDBDataChunk} from "@duckdb/node-api";
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
import {query} from "../duckdb.js";

/** Rows of one record batch, and the most distinct texts that a dictionary holds. */
const batchRows = 65_536;
const dictionaryValues = 1_000;

/** What a DuckDB vector of node-api holds besides its typed interface; the exact version is pinned and this is tested. */
interface VectorMemory {
  /** One value per row; whatever a null row holds. */
  items: ArrayLike<number>;
  /** Sixteen bytes per text: length, then up to twelve bytes of text, or a pointer. */
  dataView: DataView;
  /** One bit per row, in Arrow's order; no data when every row has a value. */
  validity: {data: BigUint64Array | null};
  getItem(index: number): {bytes: Uint8Array} | null;
}

/** Gathers the chunks of one column until a batch is full. */
interface ColumnBuffer {
  type: DataType;
  append(vector: VectorMemory, start: number, rows: number): void;
  take(rows: number, validity: Validity): Data;
}

/**
 * Writes a table as an Arrow IPC stream, straight from DuckDB's memory. Texts with few distinct values are dictionaries.
 *
 * @param table Name of a table whose columns are VARCHAR, INTEGER, DOUBLE, BOOLEAN or DATE; its row order is kept.
 * @returns Bytes written.
 * @throws {Error} On a column of another type.
 */
export async function writeArrow(db: DuckDBConnection, table: string, path: string): Promise<number> {
  const columns = await plan(db, table);
  const result = await db.stream(`SELECT ${columns.map((column) => column.expression).join(", ")} FROM ${table}`);
  const schema = new Schema(columns.map(({name, buffer}) => new Field(name, buffer.type, true)));
  const validities = columns.map(() => new Validity());
  const writer = new RecordBatchStreamWriter();
  const file = openSync(path, "w");
  let bytes = 0;
  const drained = (async () => {
    for await (const part of writer) bytes += writeSync(file, part as Uint8Array);
  })();
  try {
    let rows = 0;
    const flush = () => {
      const children = columns.map(({buffer}, i) => buffer.take(rows, validities[i] as Validity));
      writer.write(
        new RecordBatch(schema, makeData({type: new Struct(schema.fields), length: rows, nullCount: 0, children}))
      );
      rows = 0;
    };
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      if (rows + chunk.rowCount > batchRows) flush();
      append(chunk, columns, validities, rows);
      rows += chunk.rowCount;
    }
    // The last batch; of an empty table the only one, which carries the schema.
    flush();
    writer.finish();
    await drained;
  } finally {
    closeSync(file);
  }
  for (const {dropped} of columns) if (dropped) await db.run(dropped);
  return bytes;
}

function append(
  chunk: DuckDBDataChunk,
  columns: readonly {buffer: ColumnBuffer}[],
  validities: readonly Validity[],
  start: number
): void {
  const rows = chunk.rowCount;
  columns.forEach(({buffer}, i) => {
    const vector = chunk.getColumnVector(i) as unknown as VectorMemory;
    (validities[i] as Validity).append(vector.validity.data, start, rows);
    buffer.append(vector, start, rows);
  });
}

interface PlannedColumn {
  name: string;
  expression: string;
  buffer: ColumnBuffer;
  /** Statement that removes the dictionary's type; null without dictionary. */
  dropped: string | null;
}

/** Decides how each column travels: texts as raw bytes, or as codes of a dictionary when few values repeat. */
async function plan(db: DuckDBConnection, table: string): Promise<PlannedColumn[]> {
  const described = (await query(db, `DESCRIBE ${table}`)) as {column_name: string; column_type: string}[];
  const texts = described
    .filter((column) => column.column_type === "VARCHAR")
    .map((column) => `"${column.column_name}"`);
  const counts = texts.map((name, i) => `approx_count_distinct(${name}) AS c${i}`);
  const [count] = await query(db, `SELECT count(*) AS n${counts.map((c) => `, ${c}`).join("")} FROM ${table}`);
  const planned: PlannedColumn[] = [];
  for (const {column_name: name, column_type: type} of described) {
    const quoted = `"${name}"`;
    const distinct = Number(count?.[`c${texts.indexOf(quoted)}`] ?? 0);
    if (type === "VARCHAR" && distinct > 0 && distinct <= dictionaryValues && distinct * 4 <= Number(count?.n)) {
      const dictionary = `dictionary_${planned.length}`;
      await db.run(
        `CREATE TYPE ${dictionary} AS ENUM (SELECT DISTINCT ${quoted} FROM ${table} WHERE ${quoted} IS NOT NULL ORDER BY 1)`
      );
      const values = (await query(db, `SELECT unnest(enum_range(NULL::${dictionary}))::VARCHAR AS value`)).map(
        (r) => r.value
      );
      planned.push({
        name,
        expression: `${quoted}::${dictionary}`,
        buffer: new CodeBuffer(values as string[]),
        dropped: `DROP TYPE ${dictionary}`
      });
    } else if (type === "VARCHAR")
      planned.push({name, expression: `encode(${quoted})`, buffer: new TextBuffer(), dropped: null});
    else planned.push({name, expression: quoted, buffer: bufferOf(type, `${table}.${name}`), dropped: null});
  }
  return planned;
}

function bufferOf(type: string, where: string): ColumnBuffer {
  if (type === "INTEGER") return new NumberBuffer(new Int32(), Int32Array);
  if (type === "DATE") return new NumberBuffer(new DateDay(), Int32Array);
  if (type === "DOUBLE") return new NumberBuffer(new Float64(), Float64Array);
  if (type === "BOOLEAN") return new BooleanBuffer();
  throw new Error(
    `${where}: expected VARCHAR, INTEGER, DOUBLE, BOOLEAN or DATE, got ${type}. Cast it in the mart's SQL.`
  );
}

/** Validity bits of one column of one batch. */
class Validity {
  bits = new Uint8Array(batchRows / 8);
  nullCount = 0;

  append(data: BigUint64Array | null, start: number, rows: number): void {
    const valid = bytesOf(data);
    for (let i = 0, row = start; i < rows; i++, row++) {
      if (isSet(valid, i)) this.bits[row >> 3] = (this.bits[row >> 3] as number) | (1 << (row & 7));
      else this.nullCount++;
    }
  }

  /** Gives null rows the value 0, so that the same table always gives the same bytes. */
  clearNulls(values: Int32Array | Float64Array | Int16Array): void {
    if (this.nullCount === 0) return;
    for (let row = 0; row < values.length; row++) if (!isSet(this.bits, row)) values[row] = 0;
  }

  /** The bitmap of the batch, and a fresh start; no bitmap when nothing is null. */
  take(): {nullCount: number; nullBitmap: Uint8Array | undefined} {
    const taken = {nullCount: this.nullCount, nullBitmap: this.nullCount > 0 ? this.bits : undefined};
    this.bits = new Uint8Array(batchRows / 8);
    this.nullCount = 0;
    return taken;
  }
}

class NumberBuffer implements ColumnBuffer {
  private values;
  constructor(
    readonly type: Int32 | DateDay | Float64,
    private readonly Values: Int32ArrayConstructor | Float64ArrayConstructor
  ) {
    this.values = new Values(batchRows);
  }
  append(vector: VectorMemory, start: number): void {
    this.values.set(vector.items, start);
  }
  take(rows: number, validity: Validity): Data {
    const data = this.values.subarray(0, rows);
    validity.clearNulls(data);
    this.values = new this.Values(batchRows);
    return makeData({type: this.type as Int32, length: rows, data: data as Int32Array, ...validity.take()});
  }
}

class BooleanBuffer implements ColumnBuffer {
  readonly type = new Bool();
  private bits = new Uint8Array(batchRows / 8);
  append({dataView, validity}: VectorMemory, start: number, rows: number): void {
    const valid = bytesOf(validity.data);
    for (let i = 0, row = start; i < rows; i++, row++)
      if (isSet(valid, i) && dataView.getUint8(i))
        this.bits[row >> 3] = (this.bits[row >> 3] as number) | (1 << (row & 7));
  }
  take(rows: number, validity: Validity): Data {
    const data = this.bits;
    this.bits = new Uint8Array(batchRows / 8);
    return makeData({type: this.type, length: rows, data, ...validity.take()});
  }
}

class CodeBuffer implements ColumnBuffer {
  readonly type = new Dictionary(new Utf8(), new Int16());
  private readonly dictionary;
  private codes = new Int16Array(batchRows);
  constructor(values: readonly string[]) {
    this.dictionary = vectorFromArray(values, this.type.dictionary);
  }
  append(vector: VectorMemory, start: number): void {
    this.codes.set(vector.items, start);
  }
  take(rows: number, validity: Validity): Data {
    const data = this.codes.subarray(0, rows);
    validity.clearNulls(data);
    this.codes = new Int16Array(batchRows);
    return makeData({type: this.type, length: rows, data, dictionary: this.dictionary, ...validity.take()});
  }
}

class TextBuffer implements ColumnBuffer {
  readonly type = new Utf8();
  private offsets = new Int32Array(batchRows + 1);
  private bytes = new Uint8Array(batchRows * 16);

  append(vector: VectorMemory, start: number, rows: number): void {
    const {dataView} = vector;
    const valid = bytesOf(vector.validity.data);
    let end = this.offsets[start] as number;
    for (let i = 0; i < rows; i++) {
      if (isSet(valid, i)) {
        const length = dataView.getUint32(i * 16, true);
        if (end + length > this.bytes.length) this.grow(end + length);
        if (length <= 12) for (let j = 0; j < length; j++) this.bytes[end + j] = dataView.getUint8(i * 16 + 4 + j);
        else this.bytes.set((vector.getItem(i) as {bytes: Uint8Array}).bytes, end);
        end += length;
      }
      this.offsets[start + i + 1] = end;
    }
  }

  take(rows: number, validity: Validity): Data {
    const valueOffsets = this.offsets.subarray(0, rows + 1);
    const data = this.bytes.subarray(0, this.offsets[rows]);
    this.offsets = new Int32Array(batchRows + 1);
    this.bytes = new Uint8Array(Math.max(batchRows * 16, data.length));
    return makeData({type: this.type, length: rows, valueOffsets, data, ...validity.take()});
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

function bytesOf(validity: BigUint64Array | null): Uint8Array | null {
  return validity && new Uint8Array(validity.buffer, validity.byteOffset, validity.byteLength);
}

function isSet(bits: Uint8Array | null, row: number): boolean {
  return bits === null || (((bits[row >> 3] as number) >> (row & 7)) & 1) === 1;
}
