import {parquetMetadataAsync, parquetRead, type AsyncBuffer, type FileMetaData} from "hyparquet";
import {compressors} from "hyparquet-compressors";
import type {TableReader} from "../sources/table-row.js";
import type {Reading, RecordSink} from "./records.js";
import {TableCounter} from "./table.js";

/** Bytes of one row group, decompressed, at most: a group is read whole. */
const largestGroup = 1024 ** 3;

/** A Parquet file whose columns are known. */
export interface ParquetFile {
  buffer: AsyncBuffer;
  metadata: FileMetaData;
  columns: string[];
}

/** Opens a Parquet file by its footer. */
export async function openParquet(buffer: AsyncBuffer): Promise<ParquetFile> {
  const metadata = await parquetMetadataAsync(buffer);
  const depthOne: string[] = [];
  // The schema is a tree in one list: a group is followed by its children, which are not columns of the table.
  for (let i = 1, within = 0; i < metadata.schema.length; i++) {
    if (within === 0) depthOne.push((metadata.schema[i] as {name: string}).name);
    else within--;
    within += metadata.schema[i]?.num_children ?? 0;
  }
  return {buffer, metadata, columns: depthOne};
}

/**
 * Reads the lines of a Parquet file of procurement, one row group after the other, each column of it once.
 * Columns that the reader does not use are not read.
 */
export async function readParquetTable(
  reader: TableReader,
  {buffer, metadata, columns}: ParquetFile,
  sink: RecordSink
): Promise<Reading> {
  const counter = new TableCounter(reader, sink);
  const names = columns.filter((_, at) => reader.uses(at));
  let damage: Error | null = null;
  try {
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      if (Number(group.total_byte_size) > largestGroup)
        throw new Error("attendu des groupes de lignes de 1 Go au plus, trouvé un groupe plus grand");
      const rowEnd = rowStart + Number(group.num_rows);
      const cells = await columnsOf(buffer, metadata, names, rowStart, rowEnd);
      const inOrder = columns.map((column) => cells.get(column) ?? null);
      for (let i = 0; i < rowEnd - rowStart; i++)
        counter.give(
          inOrder.map((column) => column?.[i] ?? null),
          []
        );
      rowStart = rowEnd;
    }
  } catch (error) {
    damage = new Error(`attendu un fichier Parquet entier, trouvé : ${(error as Error).message}`);
  }
  return counter.reading("utf-8", damage);
}

async function columnsOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
  rowStart: number,
  rowEnd: number
): Promise<Map<string, unknown[]>> {
  const cells = new Map<string, unknown[]>(columns.map((column) => [column, Array(rowEnd - rowStart)]));
  await parquetRead({
    file,
    metadata,
    columns,
    rowStart,
    rowEnd,
    compressors,
    onChunk: ({columnName, columnData, rowStart: from}) => {
      const column = cells.get(columnName) as unknown[];
      for (let i = 0; i < columnData.length; i++) {
        const at = from + i - rowStart;
        if (at >= 0 && at < column.length) column[at] = columnData[i];
      }
    }
  });
  return cells;
}
