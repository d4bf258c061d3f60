import {readFileSync} from "node:fs";
import {basename} from "node:path";
import rules from "../../src/catalogue/rules/index.js";
import {tables} from "../../src/lib/schema.js";
import {filesBelow} from "../site/loop/files.js";
import {origins} from "../staging/origins.js";

/** What makes a table: a file of SQL or a program, and what it is made of. */
export interface Maker {
  /** Path from the root of the project. */
  program: string;
  /** Tables that it reads, in the order in which it names them first. */
  tables: readonly string[];
  /** Data sets whose files it reads; `every` for the list of all files. */
  datasets: readonly string[] | "every";
}

/**
 * What makes every table of the data, by name of table: the published ones, those on the way to them, the staged ones, and
 * the rules (`rules/cpv-left-pad`), whose rows are findings.
 *
 * @param readText Text of a file of the project.
 */
export function makersOf(readText = (path: string) => readFileSync(path, "utf8")): Map<string, Maker> {
  const published = Object.keys(tables).map((name) => [name, `loaders/marts/${name}.sql`] as const);
  const between = filesBelow("loaders/intermediate").map((path) => [basename(path, ".sql"), path] as const);
  const checks = rules.map(({id}) => [`rules/${id}`, `loaders/rules/${id}.sql`] as const);
  const known = new Set([...between.map(([name]) => name), ...Object.keys(origins)]);
  const ofQuery = ([name, program]: readonly [string, string]): [string, Maker] => [
    name,
    {program, tables: tablesRead(readText(program), known), datasets: []}
  ];
  return new Map([
    ...Object.entries(origins),
    ...between.map(ofQuery),
    ...checks.map(ofQuery),
    ...published.map(ofQuery)
  ]);
}

/**
 * The tables that a query reads: names after FROM and JOIN that are known, and not given in the query itself (WITH).
 *
 * @returns Each once, in the order of the text.
 */
export function tablesRead(sql: string, known: ReadonlySet<string>): string[] {
  const code = sql
    .replace(/--.*$/gm, " ")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, "''");
  const own = new Set(
    Array.from(
      code.matchAll(/(?:\bWITH(?:\s+RECURSIVE)?|,)\s+(\w+)\s*(?:\([^()]*\)\s*)?AS\s+(?:MATERIALIZED\s+)?\(/gi),
      ([, name]) => name
    )
  );
  const lists = code.matchAll(/\b(?:FROM|JOIN)\s+(?=(\w+(?:\s+(?:AS\s+)?\w+)?(?:\s*,\s*\w+(?:\s+(?:AS\s+)?\w+)?)*))/gi);
  const named = Array.from(lists, ([, list = ""]) => list.split(",").map((part) => /^\s*(\w+)/.exec(part)?.[1] ?? ""));
  return [...new Set(named.flat())].filter((name) => known.has(name) && !own.has(name));
}
