import type {BigNumber} from "../lib/figure.js";
import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";

/** Numbers shown large: label above, value, comparison in words below. At most four; the first is the largest. */
export function bigNumbers(numbers: readonly BigNumber[], document: Document): HTMLElement {
  if (numbers.length > 4)
    throw new RangeError(`bigNumbers: expected four numbers at most, got ${numbers.length}. Move some to the table.`);
  return element(
    document,
    "dl",
    {class: "big-numbers"},
    ...numbers.map(({label, value, comparison}) =>
      element(
        document,
        "div",
        {class: "big-number"},
        element(document, "dt", {}, typeset(label)),
        element(document, "dd", {class: "value"}, value),
        comparison ? element(document, "dd", {class: "comparison"}, typeset(comparison)) : null
      )
    )
  );
}
