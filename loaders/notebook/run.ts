import {pathToFileURL} from "node:url";
import type {TableName} from "../../src/lib/schema.js";
import {checkNames, checkSyntax} from "./check.js";
import type {Notebook} from "./format.js";
import {runnable} from "./instrument.js";
import type {Job, Told} from "../../src/notebooks/worker.js";

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
  return new Promise<Run>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fail = (message: string) => {
      clearTimeout(timer);
      worker.terminate();
      reject(new Error(message));
    };
    const watch = (cell: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(tooLong(path, cell, limitSeconds)), limitSeconds * 1000);
    };
    worker.onmessage = ({data}: MessageEvent<Told>) => {
      if (data.kind === "at") watch(data.cell);
      else if (data.kind === "output") outputs.set(data.cell, [...(outputs.get(data.cell) ?? []), data.html]);
      else if (data.kind === "failed") fail(failed(path, data));
      else {
        clearTimeout(timer);
        resolve({outputs, tables: data.tables});
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(`${path} : ${event.message}`);
    };
    worker.postMessage(job);
    watch(0);
  });
}

/** What is said of a cell that takes too long; cell 0 stands for what comes before the first. */
export function tooLong(path: string, cell: number, limitSeconds: number): string {
  const where = cell === 0 ? `${path}, avant la première cellule` : `${path}, cellule ${cell}`;
  return `${where} : plus de ${limitSeconds} s. La cellule ne finit peut-être jamais ; corrigez sa boucle, ou réduisez les données.`;
}

function failed(path: string, {cell, line, message}: {cell: number; line: number; message: string}): string {
  return `${path}, cellule ${cell}, ligne ${line} : ${inFrench(message)}`;
}

/** The faults that Deno says in the words of its own commands. */
export function inFrench(message: string): string {
  const missing =
    /package for '(?:npm:)?([^']+)'/.exec(message)?.[1] ?? /^Import "([^"]+)" not a dependency/.exec(message)?.[1];
  if (missing)
    return `le paquet « ${missing} » n’est pas installé. Tapez : npm install ${missing}, ou retirez cet import.`;
  const absent = /^(?:Module not found|Unable to load) "?(?:file:\/\/)?([^"]+?)"?\.?$/.exec(message)?.[1];
  if (absent) return `le module « ${absent} » n’existe pas. Vérifiez le chemin de l’import.`;
  const permission = /^Requires (\w+) access to (.+?), run again/.exec(message);
  if (permission)
    return `un carnet n’a pas le droit « ${permission[1]} » sur ${permission[2]} : il ne lit que les données préparées.`;
  return message;
}
