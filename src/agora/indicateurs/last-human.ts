import indicators from "../../indicators/index.js";
import {evaluate, type Evaluation} from "../../lib/human/evaluate.js";
import type {HumanIndicator} from "../../lib/human/indicator.js";
import {sayIt, type Said} from "../../lib/human/sentence.js";
import {columnsRead} from "../../lib/human/years.js";
import type {AnyIndicator} from "../../lib/indicator.js";
import type {TableName} from "../../lib/schema.js";
import {lastReport, lastRows} from "../../methode/last-build.js";

/** A human indicator over the last data build. */
export interface HumanToday {
  human: HumanIndicator;
  indicator: AnyIndicator;
  /** Null when nothing was built. */
  evaluation: Evaluation | null;
  said: Said;
  /** Whether its numbers come from the embedded sample, which is invented. */
  isFictional: boolean;
}

/**
 * Computes a human indicator over the last data build.
 *
 * @throws {Error} When its measure does not exist.
 */
export function humanToday(human: HumanIndicator): HumanToday {
  const indicator = indicators.find(({id}) => id === human.measure);
  if (!indicator)
    throw new Error(`${human.id} : attendu un indicateur « ${human.measure} », trouvé aucun. Corrigez-le.`);
  const rows = lastRows(indicator.needs as TableName, columnsRead(indicator, human));
  const isFictional = indicator.domain === "marches" && lastReport()?.is_fictional === true;
  if (rows === null)
    return {
      human,
      indicator,
      evaluation: null,
      said: {abstains: "Aucune donnée n’a encore été construite."},
      isFictional
    };
  const equivalences = human.equivalence === null ? [] : (lastRows("equivalence") ?? []);
  const evaluation = evaluate(human, {indicator, rows, equivalences});
  return {human, indicator, evaluation, said: sayIt(human, evaluation), isFictional};
}
