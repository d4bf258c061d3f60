import {ranking} from "../components/ranking.js";
import repairsEffect from "../indicators/repairs-effect.js";
import {defineFigure} from "../lib/figure.js";
import {aboutProcurement} from "../lib/findings.js";
import {formatEuros, formatEurosExact} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {sumEuros} from "../lib/money.js";
import {colors} from "../lib/palette.js";
import {counted, procurementSource} from "./procurement.js";
import {methodOf, recordsOf, ruleName} from "./quality.js";

interface Repair {
  rule: string;
  rows: number;
  effectEur: number;
}

interface Repairs {
  repairs: Repair[];
  totalEur: number;
  /** The way from the declared total to the corrected one, as the report tells it. */
  totals: {label: string; rows: number; amountEur: number}[];
}

const barsShown = 8;

export default defineFigure<Repairs>({
  id: "repairs-in-euros",
  tables: ["finding"],
  indicators: [repairsEffect],
  prepare: ({finding}, _params, report) => {
    const moving = finding.filter((row) => row.effect_eur !== null && row.effect_eur !== 0 && aboutProcurement(row));
    const effects = (rows: typeof moving) => sumEuros(rows.map(({effect_eur}) => effect_eur ?? 0));
    return {
      repairs: Array.from(
        groupBy(moving, ({rule}) => rule),
        ([rule, rows]) => ({
          rule,
          rows: rows.length,
          effectEur: effects(rows)
        })
      ).toSorted((a, b) => Math.abs(b.effectEur) - Math.abs(a.effectEur) || (a.rule < b.rule ? -1 : 1)),
      totalEur: effects(moving),
      totals: report.totals.map(({label, rows, amount_eur}) => ({label, rows, amountEur: amount_eur}))
    };
  },
  title: ({repairs, totalEur}) => {
    if (repairs.length === 0) return "Les réparations ne changent pas le total";
    return totalEur < 0
      ? `Les réparations retirent ${formatEuros(-totalEur)} du total déclaré`
      : `Les réparations changent le total déclaré de ${formatEuros(totalEur)}`;
  },
  subtitle: () => "Effet de chaque règle sur le total des montants déclarés, en euros hors taxes",
  chart: ({repairs}, context) =>
    repairs.length === 0
      ? null
      : ranking(
          repairs.slice(0, barsShown).map(({rule, rows, effectEur}) => ({
            name: ruleName(rule),
            to: Math.abs(effectEur),
            color: colors.removed,
            label: formatEuros(effectEur),
            title: `${ruleName(rule)} : ${formatEurosExact(effectEur)}, ${counted(rows, "enregistrement", "enregistrements")}`
          })),
          context
        ),
  table: ({repairs}) => ({
    columns: [
      {key: "name", label: "Règle", href: ({rule}) => methodOf(String(rule))},
      {key: "effect_eur", label: "Effet sur le total", format: formatEurosExact},
      {key: "rows", label: "Enregistrements qui changent le total"},
      {key: "rule", label: "Enregistrements", format: () => "Les voir", href: ({rule}) => recordsOf(String(rule))}
    ],
    rows: repairs.map(({rule, rows, effectEur}) => ({name: ruleName(rule), effect_eur: effectEur, rows, rule}))
  }),
  notes: ({totals}) => [
    "La longueur d’une barre dit combien d’euros la règle déplace ; le signe moins dit qu’ils sortent du total.",
    ...totals.map(
      ({label, rows, amountEur}) =>
        `${capital(label)} : ${formatEurosExact(amountEur)}, ${counted(rows, "ligne", "lignes")}.`
    )
  ],
  empty: "Aucune réparation ne change le total de ces données.",
  reading: ({repairs}) => {
    const first = repairs[0];
    return first
      ? `« ${ruleName(first.rule)} » change le total de ${formatEuros(first.effectEur)}, en ${counted(first.rows, "enregistrement", "enregistrements")}.`
      : "aucune réparation.";
  },
  scope: () => "Règles qui changent le total. Celles qui réparent un identifiant, un code ou une date n’y sont pas.",
  source: () => procurementSource
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
