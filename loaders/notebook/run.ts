import {pathToFileURL} from "node:url";
import type {TableName} from "../../src/lib/schema.js";
import {checkNames, checkSyntax} from "./check.js";
import {failed, tooLong} from "./faults.js";
import type {Notebook} from "./format.js";
import {runnable} from "./instrument.js";
import type {Job, Told} from "../../src/notebooks/messages.js";

/** What a run gave. */
export interface Run {
  /** HTML of what each cell showed, by the cell's number from 1, in order. */
  outputs: Map<number, string[]>;
  /** The published tables that its cells read. */
  tables: TableName[];
}

/** Runs notebooks one after the other. */
export interface Runner {
  /**
   * Runs a notebook.
   *
   * @param path For messages, and the folder from which imports start.
   * @throws {Error} On a fault of any cell, with its number and line. The runner is of no use after it; a cell that never
   * ends may keep its thread until the process exits.
   */
  run: (notebook: Notebook, path: string) => Promise<Run>;
  close: () => void;
}

/**
 * Makes a place where notebooks run without Jupyter: a worker of this process, with its permissions and no more.
 *
 * @param options `limitSeconds`: how long one cell may take.
 */
export function openRunner({limitSeconds = 60}: {limitSeconds?: number} = {}): Runner {
  const worker = new Worker(new URL("../../src/notebooks/worker.ts", import.meta.url), {type: "module"});
  return {
    run: (notebook, path) => {
      const checked = checkSyntax(notebook, path);
      checkNames(checked, path);
      return runIn(worker, {code: runnable(checked), folder: pathToFileURL(path).href}, path, limitSeconds);
    },
    close: () => worker.terminate()
  };
}

function runIn(worker: Worker, job: Job, path: string, limitSeconds: number): Promise<Run> {
  const outputs: Run["outputs"] = new Map();
  const heard = new AbortController();
  return new Promise<Run>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (message: string) => {
      clearTimeout(timer);
      heard.abort();
      worker.terminate();
      reject(new Error(message));
    };
    const watch = (cell: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(tooLong(path, cell, limitSeconds)), limitSeconds * 1000);
    };
    const hear = ({data}: MessageEvent<Told>) => {
      if (data.kind === "at") watch(data.cell);
      else if (data.kind === "output") outputs.set(data.cell, [...(outputs.get(data.cell) ?? []), data.html]);
      else if (data.kind === "failed") fail(failed(path, data));
      else {
        clearTimeout(timer);
        heard.abort();
        resolve({outputs, tables: data.tables});
      }
    };
    const stop = (event: ErrorEvent) => {
      event.preventDefault();
      fail(`${path} : ${event.message}`);
    };
    worker.addEventListener("message", hear, {signal: heard.signal});
    worker.addEventListener("error", stop, {signal: heard.signal});
    worker.postMessage(job, []);
    watch(0);
  });
}
