import type {TableName} from "../lib/schema.js";

/**
 * What the worker is asked: the code of all cells as the body of one function (see `instrument.ts`), and the file from
 * whose folder its imports start.
 */
export interface Job {
  code: string;
  folder: string;
}

/** What it says while it runs, and at the end. */
export type Told =
  | {kind: "at"; cell: number}
  | {kind: "output"; cell: number; html: string}
  | {kind: "done"; tables: TableName[]}
  | {kind: "failed"; cell: number; line: number; message: string};
