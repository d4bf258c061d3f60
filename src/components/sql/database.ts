import {AsyncDuckDB, createWorker, VoidLogger} from "npm:@duckdb/duckdb-wasm";
import type {Table} from "npm:apache-arrow";
import type {BoundValue} from "../../lib/bind-values.js";
import type {BoundQuery} from "../../lib/explore/sql.js";
import type {TableName} from "../../lib/schema.js";
import {fetchBytes, type OnProgress} from "../loading.js";
import {plainResult, type QueryResult} from "./plain.js";

/** The error of a query that the reader stopped. */
export class QueryStopped extends Error {
  override name = "QueryStopped";
}

/** A DuckDB of this page alone, in a worker of its own. It starts when it is first asked, and again after a stop. */
export interface Database {
  /**
   * Runs a query with its inputs bound; DuckDB gives a text the type that its place asks for.
   *
   * @param tables Loaded before, each once.
   * @throws {Error} DuckDB's own message; {@link QueryStopped} when {@link stop} ended it.
   */
  run: (query: BoundQuery, values: readonly BoundValue[], tables: readonly TableName[]) => Promise<QueryResult>;
  /** Ends what runs by ending the worker: nothing that the queries made is left. */
  stop: () => void;
}

/** What a started database holds. */
interface Started {
  db: AsyncDuckDB;
  loaded: Map<TableName, Promise<void>>;
}

/**
 * Prepares a database; nothing is loaded yet.
 *
 * @param data `<site>/data/`, where the tables are.
 * @param onStep Called with what the reader waits for, and how much of it is there.
 */
export function newDatabase(data: URL, onStep: (words: string, share?: number) => void): Database {
  let started: Promise<Started> | undefined;
  let stopping: (() => void) | undefined;

  const tablesIn = async ({db, loaded}: Started, names: readonly TableName[]) => {
    for (const name of names) {
      const loading = loaded.get(name) ?? insert(db, name, data, (share) => onStep(`la table ${name}`, share));
      loaded.set(name, loading);
      await loading.catch((error) => {
        loaded.delete(name);
        throw error;
      });
    }
  };
  return {
    async run({text, names}, values, tables) {
      const stopped = new Promise<never>((_, reject) => {
        stopping = () => reject(new QueryStopped("Requête arrêtée."));
      });
      const work = async () => {
        onStep("le moteur DuckDB");
        started ??= start();
        started.catch(() => (started = undefined));
        const open = await started;
        await tablesIn(open, tables);
        onStep("le résultat");
        const connection = await open.db.connect();
        try {
          if (names.length === 0) return plainResult((await connection.query(text)) as unknown as Table);
          const statement = await connection.prepare(text);
          return plainResult((await statement.query(...values)) as unknown as Table);
        } finally {
          await connection.close();
        }
      };
      const working = work();
      // A stopped worker never answers; its promise is left behind.
      working.catch(() => {});
      return Promise.race([working, stopped]);
    },
    stop() {
      const ending = started;
      started = undefined;
      void ending?.then(({db}) => db.terminate()).catch(() => {});
      stopping?.();
    }
  };
}

async function start(): Promise<Started> {
  const worker = await createWorker(import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"));
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  await db.open({query: {castTimestampToDate: true, castBigIntToDouble: true, castDecimalToDouble: true}});
  return {db, loaded: new Map()};
}

async function insert(db: AsyncDuckDB, name: TableName, data: URL, onProgress: OnProgress): Promise<void> {
  onProgress(0);
  const bytes = await fetchBytes(new URL(`${name}.arrow`, data));
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(bytes, {name, create: true});
  } finally {
    await connection.close();
  }
  onProgress(1);
}
