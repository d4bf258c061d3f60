import humans from "../../src/indicators/human/index.js";
import indicators from "../../src/indicators/index.js";
import type {HumanIndicator} from "../../src/lib/human/indicator.js";
import type {TableName, Tables} from "../../src/lib/schema.js";
import {tables} from "./rows.js";

const factorsOf = ({exampleEquivalences = []}: HumanIndicator) => exampleEquivalences as Tables["equivalence"];

/** Rows that make a figure speak; a human indicator's are those of its example. */
export function tablesOf(id: string): Tables {
  const human = humans.find((one) => id === `humain-${one.id}`);
  const needs = indicators.find((one) => one.id === human?.measure)?.needs as TableName | undefined;
  if (!human || !needs) return tables;
  return {...tables, [needs]: human.example.rows, ...(human.exampleEquivalences && {equivalence: factorsOf(human)})};
}
