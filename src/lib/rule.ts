import type {TableName} from "./schema.js";

/** `error` the value cannot be used; `warning` it was repaired or is doubtful; `info` worth knowing. */
type Severity = "error" | "warning" | "info";

/**
 * A finding rule: what a record may get wrong, and what is done about it. Its SQL stands in `loaders/rules/<id>.sql`.
 * The example runs through the whole pipeline in a test.
 */
export interface Rule {
  id: string;
  severity: Severity;
  table: TableName;
  /** The field looked at, in the words of the published table. */
  field: string;
  /** Short name on screen, in French. */
  name: string;
  /** What it looks at, in French. */
  looksAt: string;
  /** What is written beside the declared value; "rien" when nothing is repaired. */
  repairs: string;
  /** Why the rule is right: a text, a measurement, a registry. */
  reference: string;
  /** One declared value that the rule flags, and the repaired value, as they appear in `finding`. */
  example: {declared: string; repaired: string | null};
}

/** Declares a rule; only checks types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
