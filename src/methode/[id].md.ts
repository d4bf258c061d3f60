import {parseArgs} from "node:util";
import rules from "../catalogue/rules/index.js";
import figures from "../figures/index.js";
import indicators from "../indicators/index.js";
import {measure} from "../lib/indicator.js";
import type {TableName} from "../lib/schema.js";
import {indicatorPage} from "./indicator-page.js";
import {lastReport, lastRows} from "./last-build.js";
import {rulePage} from "./rule-page.js";

const {id = ""} = parseArgs({options: {id: {type: "string"}}}).values;
console.log(pageOf(id));

function pageOf(wanted: string): string {
  const indicator = indicators.find((candidate) => candidate.id === wanted);
  if (indicator) {
    const rows = lastRows(indicator.needs as TableName);
    return indicatorPage(indicator, {current: rows && measure(indicator, rows), figureId: figureOf(wanted)});
  }
  const rule = rules.find((candidate) => candidate.id === wanted);
  if (rule) return rulePage(rule, lastReport());
  throw new Error(`methode : attendu un indicateur ou une règle, reçu « ${wanted} ». Corrigez le lien.`);
}

/** The figure that shows an indicator first, else one that shows it at all. */
function figureOf(indicatorId: string): string | null {
  const showing = figures.filter(({indicators: shown}) => shown.some((one) => one.id === indicatorId));
  return (showing.find(({indicators: [first]}) => first?.id === indicatorId) ?? showing[0])?.id ?? null;
}
