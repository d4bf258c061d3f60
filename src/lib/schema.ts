import {agoraTables} from "./tables/agora.js";
import {awardTables} from "./tables/awards.js";
import {climateTables} from "./tables/climate.js";
import {commitmentTables} from "./tables/commitments.js";
import {partyTables} from "./tables/parties.js";
import {qualityTables} from "./tables/quality.js";
import {recordTables} from "./tables/records.js";
import {solidarityTables} from "./tables/solidarity.js";

/** What a column holds. Dates travel as `YYYY-MM-DD` text in TypeScript and as date32 in Arrow. */
type ColumnType = "text" | "integer" | "number" | "boolean" | "date";

/** One published column: its type, whether it may be null (null means unknown), and what it means, in French. */
export interface Column {
  type: ColumnType;
  nullable?: true;
  label: string;
}

/** One published table: what one row is, which columns identify it, and its columns in order. */
export interface TableSchema {
  grain: string;
  keys: readonly string[];
  columns: Readonly<Record<string, Column>>;
}

/**
 * The published tables ("marts"). A mart's SQL, its Arrow file and the TypeScript rows all follow this registry;
 * a column that is missing or too many stops the build.
 */
export const tables = {
  ...awardTables,
  ...recordTables,
  ...partyTables,
  ...qualityTables,
  ...solidarityTables,
  ...climateTables,
  ...commitmentTables,
  ...agoraTables
} as const satisfies Record<string, TableSchema>;

/** Name of a published table. */
export type TableName = keyof typeof tables;

type Value<C extends Column> = C["type"] extends "integer" | "number"
  ? number
  : C["type"] extends "boolean"
    ? boolean
    : string;

/** One row of a published table, as plain TypeScript values; a nullable column may be null, never undefined. */
export type Row<T extends TableName> = {
  -readonly [K in keyof (typeof tables)[T]["columns"]]: (typeof tables)[T]["columns"][K] extends infer C extends Column
    ? C extends {nullable: true}
      ? Value<C> | null
      : Value<C>
    : never;
};

/** Rows of the tables that a figure or an indicator asked for. */
export type Tables = {[T in TableName]: Row<T>[]};
