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
  /** Hosts that a loader may ask; empty when the source comes only as a file. */
  hosts: readonly string[];
  caveats: readonly string[];
}

/** Declares a source; only checks types. */
export function defineSource(source: Source): Source {
  return source;
}
