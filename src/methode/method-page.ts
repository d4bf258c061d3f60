import {humanToday} from "../agora/indicateurs/last-human.js";
import rules from "../catalogue/rules/index.js";
import figures from "../figures/index.js";
import humanIndicators from "../indicators/human/index.js";
import indicators from "../indicators/index.js";
import {measure} from "../lib/indicator.js";
import {tables, type TableName} from "../lib/schema.js";
import {indicatorPage} from "./indicator-page.js";
import {lastReport, lastRows} from "./last-build.js";
import {rulePage} from "./rule-page.js";
import {dimensionsOf, sliceTables} from "./slice-tables.js";

/** Everything that has a page of method: indicators, then rules. */
export const methodIds: readonly string[] = [...indicators, ...rules].map(({id}) => id);

/**
 * The page of method of an indicator or a rule over the last data build, as Markdown.
 *
 * @throws {Error} When nothing has this id.
 */
export function methodPage(wanted: string): string {
  const indicator = indicators.find((candidate) => candidate.id === wanted);
  if (indicator) {
    const rows = lastRows(indicator.needs as TableName, [
      ...new Set([...indicator.columns, ...dimensionsOf(indicator), ...suppliersOf(indicator.needs)])
    ]);
    return indicatorPage(indicator, {
      current: rows && measure(indicator, rows),
      figureId: figureOf(wanted),
      humans: humansOf(wanted),
      slices: rows === null ? [] : sliceTables(indicator, rows)
    });
  }
  const rule = rules.find((candidate) => candidate.id === wanted);
  if (rule) return rulePage(rule, lastReport());
  throw new Error(`methode : attendu un indicateur ou une règle, reçu « ${wanted} ». Corrigez le lien.`);
}

/** The column that counts suppliers, where the table has it. */
function suppliersOf(name: TableName): string[] {
  return "supplier_id" in tables[name].columns ? ["supplier_id"] : [];
}

/** The human indicators that an indicator gives its number to, with their sentence. */
function humansOf(indicatorId: string): {id: string; title: string; words: string}[] {
  return humanIndicators
    .filter(({measure: id}) => id === indicatorId)
    .map((human) => {
      const {said} = humanToday(human);
      const words = "text" in said ? said.text : `pas de phrase avec ces données. ${said.abstains}`;
      return {id: human.id, title: human.title, words};
    });
}

/** The figure that shows an indicator first, else one that shows it at all; those of human indicators come last. */
function figureOf(indicatorId: string): string | null {
  const showing = figures.filter(({indicators: shown}) => shown.some((one) => one.id === indicatorId));
  const isHuman = ({id}: {id: string}) => id.startsWith("humain-");
  const [own = showing[0]] = showing.filter((one) => one.indicators[0]?.id === indicatorId && !isHuman(one));
  return own?.id ?? null;
}
