import type {TableName} from "./schema.js";

/** Something that `npm run refresh` can ask a source for. Every URL is https and its host is among the card's `hosts`. */
export type Resource =
  /** A data set of data.gouv.fr: its API lists files, of which those whose title or file name matches are taken. */
  | {kind: "data-gouv"; url: string; select: RegExp; maxBytes: number}
  /**
   * A data set of an Opendatasoft portal (Explore v2.1): `url` gives its metadata, `url/exports/json` its rows. With
   * `columns`, a table of these columns only, in CSV: our name, and how its field is named or labelled in the catalogue.
   */
  | {kind: "opendatasoft"; url: string; maxBytes: number; columns?: Readonly<Record<string, RegExp>>}
  /** The company search API, asked one SIREN after the other. */
  | {kind: "company-search"; url: string; requestsPerSecond: number; maxRequests: number};

/** A source of data: where it comes from, under which licence, what one row is and what to beware of. */
export interface Source {
  /** As in `report.json`, field `dataset`. */
  id: string;
  name: string;
  producer: string;
  url: string;
  licence: string;
  /** How often the producer publishes. */
  cadence: string;
  grain: string;
  /** Hosts that a loader may ask, those that it may be redirected to included; empty when the source comes only as a file. */
  hosts: readonly string[];
  /** What `npm run refresh` downloads; absent when the source comes only as a file. */
  resource?: Resource;
  caveats: readonly string[];
  /** The published tables that are made of this source and of no other. */
  tables?: readonly TableName[];
}

/** Declares a source; only checks types. */
export function defineSource(source: Source): Source {
  return source;
}

/** Host of a web address, without `www.`: what a reader recognises of it. Any other text is given back. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/.exec(url)?.[1] ?? url;
}
