/// <reference lib="deno.worker" />
import {show} from "./carnet.js";
import {takeTablesRead} from "./marts.js";
import type {Job, Told} from "./messages.js";

declare const self: DedicatedWorkerGlobalScope;

const say = (told: Told) => self.postMessage(told, []);

self.addEventListener("message", ({data}: MessageEvent<Job>) => void run(data));

/** Functions made here see what a module sees, and no name of this one. */
const make = (code: string) => new Function(code)() as (...tools: unknown[]) => Promise<void>;

async function run({code, folder}: Job): Promise<void> {
  let cell = 0;
  let line = 0;
  const put = async (value: unknown) => {
    const element = show(await value);
    if (element !== null) say({kind: "output", cell, html: element.outerHTML});
  };
  const at = (number: number, at: number) => {
    if (number !== cell) say({kind: "at", cell: number});
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
    say({kind: "done", tables: takeTablesRead()});
  } catch (error) {
    say({kind: "failed", cell, line, message: error instanceof Error ? error.message : String(error)});
  }
}

function resolve(specifier: string, folder: string): string {
  if (specifier === "carnet") return new URL("./carnet.ts", import.meta.url).href;
  return specifier.startsWith(".") ? new URL(specifier, folder).href : specifier;
}
