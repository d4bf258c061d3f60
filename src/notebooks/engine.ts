import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import type {Table} from "apache-arrow";
import type {SqlRow} from "../components/carnet/carnet.js";
import {plainResult} from "../components/sql/plain.js";
import type {BoundValue} from "../lib/bind-values.js";
import {tablesNamed} from "../lib/explore/sql.js";
import type {TableName} from "../lib/schema.js";
import {buildFile} from "./marts.js";

/** A DuckDB that holds the last data build. */
export interface Engine {
  query: (text: string, values: readonly BoundValue[]) => Promise<SqlRow[]>;
  close: () => void;
}

/**
 * Opens DuckDB: the native one where native code may run (a kernel), else the one of the pages, which needs nothing but
 * to read its files (the build of the site, whose notebooks can reach neither network nor native code).
 */
export async function openEngine(): Promise<Engine> {
  const {state} = await Deno.permissions.query({name: "ffi"});
  return state === "granted" ? openNative() : openPortable();
}

async function openNative(): Promise<Engine> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(buildFile("carnets.duckdb"), {access_mode: "READ_ONLY"});
  const connection = await instance.connect();
  return {
    async query(text, values) {
      const reader = await connection.runAndReadAll(text, [...values]);
      return (reader.getRowObjectsJS() as SqlRow[]).map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)]))
      );
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

/** What the two engines give for the same value: ISO dates, numbers, JSON for what is nested. */
function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner));
}

/** What is used of the blocking DuckDB-Wasm, whose own types are those of its browser build. */
interface Portable {
  createDuckDB: (bundles: object, logger: object, runtime: object) => Promise<PortableDatabase>;
  VoidLogger: new () => object;
  NODE_RUNTIME: object;
}
interface PortableDatabase {
  instantiate: (onProgress: () => void) => Promise<unknown>;
  open: (config: object) => void;
  connect: () => {
    insertArrowFromIPCStream: (bytes: Uint8Array, options: object) => void;
    query: (text: string) => Table;
    prepare: (text: string) => {query: (...values: BoundValue[]) => Table; close: () => void};
    close: () => void;
  };
}

async function openPortable(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  // Emscripten counts the processors as it loads, for threads that this build does not have; asking needs a permission.
  require("node:os").cpus = () => [];
  const {
    createDuckDB,
    VoidLogger,
    NODE_RUNTIME
  }: Portable = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const bundle = (kind: string) => ({
    mainModule: fileURLToPath(
      new URL(`../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`, import.meta.url)
    ),
    mainWorker: ""
  });
  const database = await createDuckDB({mvp: bundle("mvp"), eh: bundle("eh")}, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => {});
  database.open({query: {castTimestampToDate: true, castBigIntToDouble: true, castDecimalToDouble: true}});
  const connection = database.connect();
  const loaded = new Set<TableName>();
  return {
    async query(text, values) {
      for (const name of tablesNamed(text)) {
        if (loaded.has(name)) continue;
        connection.insertArrowFromIPCStream(readFileSync(buildFile(`marts/${name}.arrow`)), {name, create: true});
        loaded.add(name);
      }
      if (values.length === 0) return plainResult(connection.query(text)).objects();
      const statement = connection.prepare(text);
      try {
        return plainResult(statement.query(...values)).objects();
      } finally {
        statement.close();
      }
    },
    close: () => connection.close()
  };
}
