/// <reference lib="deno.worker" />
import {show} from "./carnet.js";
import {takeTablesRead} from "./marts.js";
import type {TableName} from "../lib/schema.js";

/** What the worker is asked: the code of all cells as the body of one function (see `instrument.ts`), and the folder from which its imports start. */
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

declare const self: {onmessage: ((event: MessageEvent<Job>) => void) | null; postMessage: (told: Told) => void};

self.onmessage = ({data}) => void run(data);

/** Functions made here see what a module sees, and no name of this one. */
const make = (code: string) => new Function(code)() as (...tools: unknown[]) => Promise<void>;

async function run({code, folder}: Job): Promise<void> {
  let cell = 0;
  let line = 0;
  const put = async (value: unknown) => {
    const element = show(await value);
    if (element !== null) self.postMessage({kind: "output", cell, html: element.outerHTML});
  };
  const at = (number: number, at: number) => {
    if (number !== cell) self.postMessage({kind: "at", cell: number});
    [cell, line] = [number, at];
  };
  try {
    takeTablesRead();
    await make(code)(
      (specifier: string) => import(resolve(specifier, folder)),
      at,
      put,
      (value: unknown) => void put(value)
    );
    self.postMessage({kind: "done", tables: takeTablesRead()});
  } catch (error) {
    self.postMessage({kind: "failed", cell, line, message: error instanceof Error ? error.message : String(error)});
  }
}

function resolve(specifier: string, folder: string): string {
  if (specifier === "carnet") return new URL("./carnet.ts", import.meta.url).href;
  return specifier.startsWith(".") ? new URL(specifier, folder).href : specifier;
}
