import type {HumanDefinition} from "./definition.js";
import type {EquivalenceRow} from "./equivalence.js";
import type {AnyRow} from "./filter.js";

/** Rows and the sentence that they give: a test runs it. */
export interface SaidExample {
  /** Rows of the table of the measure, with the columns that `columnsRead` lists. */
  rows: readonly AnyRow[];
  /** The sentence, letter for letter, no-break spaces included. */
  says: string;
}

/** A human indicator of the house: its definition, and cases that a reader can redo by hand. */
export interface HumanIndicator extends HumanDefinition {
  example: SaidExample;
  /** The same sentence over rows where its bad news has come. */
  worse?: SaidExample;
  /** Factors that the examples read, when the sentence has an equivalence. */
  exampleEquivalences?: readonly EquivalenceRow[];
}

/** Declares a human indicator; only checks types. */
export function defineHuman(indicator: HumanIndicator): HumanIndicator {
  return indicator;
}
