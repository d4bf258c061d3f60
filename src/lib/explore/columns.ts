/** What this module needs of one batch of an Arrow column, whichever library read it. */
interface BatchLike {
  length: number;
  /** Rows before the first one in `nullBitmap`. */
  offset: number;
  nullCount: number;
  nullBitmap?: Uint8Array;
  /** Numbers, codes of a dictionary, or the bytes of texts. */
  values: ArrayLike<number>;
  valueOffsets?: Int32Array;
  dictionary?: {length: number; get(index: number): unknown} | null;
}

/** What this module needs of an Arrow column. */
export interface VectorLike {
  length: number;
  data: readonly unknown[];
}

/** What this module needs of an Arrow table. */
export interface ColumnsLike {
  numRows: number;
  getChild(name: string): VectorLike | null;
}

/** Texts as one block of UTF-8 bytes: text `i` stands from `offsets[i]` to `offsets[i + 1]`. A missing text is empty. */
export interface TextColumn {
  offsets: Int32Array;
  bytes: Uint8Array;
}

/** Texts with few distinct values: per row, the rank of its text in `texts`. A missing text is null. */
export interface CodedColumn {
  codes: Uint16Array;
  texts: (string | null)[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Numbers of a column of floats, integers or dates (days since 1970).
 *
 * @param missing What stands where a value is unknown; a number that the column cannot hold.
 */
export function numbersOf(vector: VectorLike, missing: number): Float64Array {
  const numbers = new Float64Array(vector.length);
  let row = 0;
  for (const batch of vector.data as readonly BatchLike[]) {
    for (let i = 0; i < batch.length; i++) numbers[row + i] = isNull(batch, i) ? missing : (batch.values[i] as number);
    row += batch.length;
  }
  return numbers;
}

/**
 * Texts of a column as codes.
 *
 * @throws {RangeError} On more than 65,536 distinct texts: such a column is read with {@link textsOf}.
 */
export function codesOf(vector: VectorLike): CodedColumn {
  const codes = new Uint16Array(vector.length);
  const texts: (string | null)[] = [];
  const known = new Map<string | null, number>();
  const codeOf = (text: string | null) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (texts.length > 65_535)
      throw new RangeError("codesOf: expected at most 65 536 distinct texts, got more. Read the column with textsOf.");
    known.set(text, texts.length);
    return texts.push(text) - 1;
  };
  let row = 0;
  for (const batch of vector.data as readonly BatchLike[]) {
    const {dictionary, values, valueOffsets: offsets} = batch;
    if (dictionary) {
      const ranks = Array.from({length: dictionary.length}, (_, code) => codeOf(dictionary.get(code) as string));
      for (let i = 0; i < batch.length; i++)
        codes[row + i] = isNull(batch, i) ? codeOf(null) : (ranks[values[i] as number] as number);
    } else {
      const bytes = values as Uint8Array;
      for (let i = 0; i < batch.length; i++)
        codes[row + i] = codeOf(
          isNull(batch, i) ? null : decoder.decode(bytes.subarray(offsets?.[i], offsets?.[i + 1]))
        );
    }
    row += batch.length;
  }
  return {codes, texts};
}

/** Texts of a column as they are stored, batches joined. */
export function textsOf(vector: VectorLike): TextColumn {
  const offsets = new Int32Array(vector.length + 1);
  const parts: Uint8Array[] = [];
  let row = 0;
  let end = 0;
  for (const batch of vector.data as readonly BatchLike[]) {
    if (batch.dictionary) {
      const words = Array.from({length: batch.dictionary.length}, (_, code) =>
        encoder.encode(String(batch.dictionary?.get(code) ?? ""))
      );
      for (let i = 0; i < batch.length; i++) {
        const word = isNull(batch, i) ? undefined : words[batch.values[i] as number];
        if (word) parts.push(word);
        offsets[row + i + 1] = end += word?.length ?? 0;
      }
    } else {
      const from = batch.valueOffsets as Int32Array;
      const first = from[0] ?? 0;
      for (let i = 0; i < batch.length; i++) offsets[row + i + 1] = end + (from[i + 1] as number) - first;
      const last = from[batch.length] ?? first;
      parts.push((batch.values as Uint8Array).subarray(first, last));
      end += last - first;
    }
    row += batch.length;
  }
  const bytes = new Uint8Array(end);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return {offsets, bytes};
}

/** One text; null when it is missing. */
export function textAt({offsets, bytes}: TextColumn, row: number): string | null {
  const [from, to] = [offsets[row] ?? 0, offsets[row + 1] ?? 0];
  return from === to ? null : decoder.decode(bytes.subarray(from, to));
}

function isNull({nullCount, nullBitmap, offset}: BatchLike, i: number): boolean {
  if (nullCount === 0 || !nullBitmap || nullBitmap.length === 0) return false;
  const bit = offset + i;
  return (((nullBitmap[bit >> 3] as number) >> (bit & 7)) & 1) === 0;
}
