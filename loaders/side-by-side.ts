import type {DuckDBConnection} from "@duckdb/node-api";
import {run} from "./duckdb.js";

/** A statement on its way. */
export interface Job {
  /** The table that it makes; what it is called in an error. */
  name: string;
  sql: string;
}

/** The statement that makes a table of what a query selects. */
export function tableJob(name: string, select: string): Job {
  return {name, sql: `CREATE TABLE ${name} AS\n${select}`};
}

/**
 * Runs statements side by side, one at a time on each connection. A statement waits for the tables of earlier ones that
 * its text names.
 *
 * @param connections At least one, all to the same database.
 * @throws {Error} The first one's, when those that were running have ended.
 */
export async function runSideBySide(connections: readonly DuckDBConnection[], jobs: readonly Job[]): Promise<void> {
  const waiting = jobs.map((job, i) => ({job, after: namesIn(job.sql, jobs.slice(0, i))}));
  const made = new Set<string>();
  const idle = [...connections];
  const running = new Set<Promise<void>>();
  const begin = (connection: DuckDBConnection, {name, sql}: Job): void => {
    const ended = run(connection, sql, name).then(() => {
      made.add(name);
      idle.push(connection);
      running.delete(ended);
    });
    running.add(ended);
  };
  try {
    while (waiting.length > 0 || running.size > 0) {
      const next = waiting.findIndex(({after}) => after.every((name) => made.has(name)));
      const connection = next < 0 ? undefined : idle.pop();
      if (connection) begin(connection, (waiting.splice(next, 1)[0] as {job: Job}).job);
      else await Promise.race(running);
    }
  } finally {
    await Promise.allSettled(running);
  }
}

function namesIn(sql: string, jobs: readonly Job[]): string[] {
  const words = new Set(sql.match(/\w+/g));
  return jobs.map(({name}) => name).filter((name) => words.has(name));
}
