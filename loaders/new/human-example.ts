import type {HumanDefinition} from "../../src/lib/human/definition.js";
import type {EquivalenceRow} from "../../src/lib/human/equivalence.js";
import {evaluate} from "../../src/lib/human/evaluate.js";
import {columnOf, type AnyRow} from "../../src/lib/human/filter.js";
import {sayIt} from "../../src/lib/human/sentence.js";
import {yearColumnOf} from "../../src/lib/human/years.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";
import {NewError} from "./errors.js";

/** Rows, and what a human indicator makes of them. */
export interface WorkedExample {
  rows: readonly AnyRow[];
  says: string;
  value: number;
  used: number;
  /** The factor that the sentence reads; null when it reads none. */
  equivalence: EquivalenceRow | null;
}

const [lastYear, yearBefore] = [2025, 2024];

/**
 * An example that is worked out: the rows of the measure's own example, with the columns that the definition reads besides. The
 * sentence changes when one of the rows is taken away.
 *
 * @throws {NewError} When no such rows make the sentence speak, with the reason.
 */
export function exampleOf(
  definition: HumanDefinition,
  indicator: AnyIndicator,
  equivalences: readonly EquivalenceRow[]
): WorkedExample {
  const say = (rows: readonly AnyRow[]) => {
    const evaluation = evaluate(definition, {indicator, rows, equivalences});
    return {evaluation, said: sayIt(definition, evaluation)};
  };
  let why = "La mesure n’a pas de ligne dans son exemple.";
  for (const rows of candidates(definition, indicator)) {
    const {evaluation, said} = say(rows);
    if (!("text" in said)) {
      why = said.abstains;
      continue;
    }
    const changes = rows.some((_, i) => {
      const {said: other} = say(rows.toSpliced(i, 1));
      return !("text" in other) || other.text !== said.text;
    });
    if (!changes || evaluation.value === null) continue;
    const factor = equivalences.find(({key}) => key === definition.equivalence) ?? null;
    return {rows, says: said.text, value: evaluation.value, used: evaluation.used, equivalence: factor};
  }
  throw new NewError(
    `npm run new : l’exemple de « ${indicator.id} » ne fait pas parler cette phrase, rien n’a été écrit.\n  ${why}\n` +
      "  Changez le filtre, la comparaison ou les cases de la phrase, ou écrivez l’indicateur à la main sur le modèle de src/indicators/human."
  );
}

/** Sets of rows to try, from the nearest to the measure's own example. */
function* candidates(definition: HumanDefinition, indicator: AnyIndicator): Generator<readonly AnyRow[]> {
  const own = indicator.example.rows as readonly AnyRow[];
  const {filter, comparison} = definition;
  const column = yearColumnOf(indicator, definition);
  const isRead = column !== null && (indicator.columns as readonly string[]).includes(column);
  const year = column === null || isRead ? null : column;
  const covering =
    definition.equivalence !== null && columnOf(indicator.needs, "perimeter") ? {perimeter: "empreinte"} : {};
  const at = (rows: readonly AnyRow[], when: number, values: HumanDefinition["filter"]) =>
    rows.map((row) => ({...covering, ...row, ...values, ...(year === null ? {} : {[year]: when})}));
  const fewer = own.map((_, i) => own.toSpliced(i, 1));
  if (comparison.kind === "previous" && !isRead)
    for (const before of [...fewer, own]) yield [...at(before, yearBefore, filter), ...at(own, lastYear, filter)];
  else if (comparison.kind === "other")
    for (const others of [...fewer, own])
      yield [...at(own, lastYear, filter), ...at(others, lastYear, comparison.filter)];
  else yield at(own, lastYear, filter);
  // The measure may itself ask for a value that the filter would write over.
  if (Object.keys(filter).length > 0) yield at(own, lastYear, {}).map((row) => ({...filter, ...row}));
}
