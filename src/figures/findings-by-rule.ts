import doubtsCount from "../indicators/doubts-count.js";
import {defineFigure} from "../lib/figure.js";
import {aboutProcurement} from "../lib/findings.js";
import {formatCount, formatEurosExact, formatRatio} from "../lib/format.js";
import {counted, procurementSource} from "./procurement.js";
import {methodOf, noContract, procurementRules, recordsOf, ruleName, severities} from "./quality.js";

interface RuleFindings {
  rule: string;
  severity: string;
  rows: number;
  of: number;
  effectEur: number | null;
}

interface Findings {
  found: RuleFindings[];
  ruleCount: number;
}

const order = Object.keys(severities);

export default defineFigure<Findings>({
  id: "findings-by-rule",
  tables: ["finding"],
  indicators: [doubtsCount],
  prepare: ({finding}, _params, report) => {
    const found = new Map<string, RuleFindings>();
    for (const {rule, severity, effect_eur} of finding) {
      if (!aboutProcurement({rule})) continue;
      const of = report.findings.find((entry) => entry.rule === rule)?.of ?? 0;
      const entry = found.get(rule) ?? {rule, severity, rows: 0, of, effectEur: null};
      entry.rows += 1;
      if (effect_eur !== null) entry.effectEur = Math.round(((entry.effectEur ?? 0) + effect_eur) * 100) / 100;
      found.set(rule, entry);
    }
    return {
      found: [...found.values()].toSorted(
        (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.rows - a.rows || (a.rule < b.rule ? -1 : 1)
      ),
      ruleCount: procurementRules().length
    };
  },
  title: ({found, ruleCount}) =>
    found.length === 0
      ? "Constats par règle"
      : `${counted(found.length, "règle trouve", "règles trouvent")} au moins un cas, sur ${formatCount(ruleCount)}`,
  subtitle: () =>
    "Constats par règle, sur le nombre de lignes que la règle regarde, et leur effet sur le total hors taxes",
  table: ({found}) => ({
    columns: [
      {key: "name", label: "Règle", href: ({rule}) => methodOf(String(rule))},
      {key: "severity", label: "Gravité", format: (severity: string) => severities[severity] ?? severity},
      {key: "rows", label: "Constats"},
      {key: "of", label: "Lignes regardées", missing: "–"},
      {key: "share", label: "Part", format: formatRatio, missing: "–"},
      {key: "effect_eur", label: "Effet sur le total", format: formatEurosExact, missing: "aucun"},
      {key: "rule", label: "Enregistrements", format: () => "Les voir", href: ({rule}) => recordsOf(String(rule))}
    ],
    rows: found.map(({rule, severity, rows, of, effectEur}) => ({
      name: ruleName(rule),
      severity,
      rows,
      of: of === 0 ? null : of,
      share: of === 0 || rows > of ? null : rows / of,
      effect_eur: effectEur,
      rule
    }))
  }),
  notes: ({found, ruleCount}) => [
    "Un constat est un doute sur une donnée, jamais sur une personne ou une entreprise. Un même enregistrement peut en porter plusieurs.",
    ...(found.length < ruleCount
      ? [
          `Les ${formatCount(ruleCount - found.length)} autres règles ne trouvent rien dans les données lues ; la page Méthode les décrit toutes.`
        ]
      : [])
  ],
  empty: "Aucun constat dans ces données.",
  reading: ({found}) => {
    const first = found.toSorted((a, b) => b.rows - a.rows)[0];
    if (!first) return noContract;
    const of = first.of > 0 ? ` sur ${formatCount(first.of)} lignes regardées` : "";
    return `« ${ruleName(first.rule)} » : ${counted(first.rows, "constat", "constats")}${of}.`;
  },
  scope: () => "Marchés et concessions : tous les enregistrements lus, ceux que leur format fait refuser compris.",
  source: () => procurementSource
});
