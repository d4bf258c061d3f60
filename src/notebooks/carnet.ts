/**
 * What the cells of a notebook import: `import {rows, table, sql, indicator, Plot, aq} from "carnet"`. A page made of the
 * notebook has the same names from `components/carnet.ts`.
 */
import {parseHTML} from "linkedom";
import {makeCarnet} from "../components/carnet/carnet.js";
import {Told} from "../components/carnet/show.js";
import {isKernel, startKernel} from "./kernel.js";
import {query, readArrow} from "./marts.js";

const {document, Element} = parseHTML("<!doctype html><html><body></body></html>");

export const {rows, table, sql, indicator, show, Plot, aq} = makeCarnet({
  document: document as never,
  readArrow,
  query
});
export {default as indicators} from "../indicators/index.js";
export {defineIndicator, measure} from "../lib/indicator.js";
export {colors} from "../lib/palette.js";
export * as format from "../lib/format.js";
export * as metrics from "../lib/metrics/index.js";

if (isKernel()) startKernel(show, [Told.prototype, Element.prototype, aq.ColumnTable.prototype]);
