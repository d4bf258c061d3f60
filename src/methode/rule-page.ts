import {formatCount, formatEurosExact, formatRatio} from "../lib/format.js";
import type {Report, ReportFinding} from "../lib/report.js";
import {denominators, type Rule} from "../lib/rule.js";
import {list, markupTable, safe} from "./markup.js";

/** How serious a finding is, in words. */
export const severities = {
  error: "la valeur ne peut pas servir",
  warning: "la valeur est réparée, ou douteuse",
  info: "bon à savoir"
};

/** The page of a finding rule, as Markdown; `report` is that of the last data build, null when there is none. */
export function rulePage(rule: Rule, report: Report | null): string {
  const {id, severity, table, field, name, looksAt, repairs, reference, example} = rule;
  const found = report?.findings.find((finding) => finding.rule === id);
  return [
    `---\ntitle: ${JSON.stringify(name)}\n---`,
    `# ${safe(name)}`,
    safe(looksAt),
    `## Ce qui est fait`,
    safe(repairs),
    `La valeur déclarée n’est jamais effacée : la réparation s’écrit à côté.`,
    `## Un exemple`,
    markupTable(
      "Exemple",
      ["Champ", "Valeur déclarée", "Valeur réparée"],
      [[`<code>${safe(field)}</code>`, value(example.declared), value(example.repaired)]]
    ),
    `## Aujourd’hui`,
    todayInWords(report, found, denominators[rule.of]),
    ...(found && found.examples.length > 0
      ? [
          markupTable(
            "Cas trouvés",
            ["Contrat", "Valeur déclarée", "Valeur réparée"],
            found.examples.map((one) => [value(one.contract_uid), value(one.declared), value(one.repaired)])
          )
        ]
      : []),
    `## Pourquoi cette règle`,
    safe(reference),
    list([
      `Gravité${"\u00a0"}: ${severities[severity]}`,
      `Table et champ${"\u00a0"}: <code>${safe(table)}</code>, <code>${safe(field)}</code>`,
      `Identifiant <code>${id}</code>. Toutes les règles sont sur la page <a href="./">Méthode</a>.`
    ])
  ].join("\n\n");
}

function todayInWords(report: Report | null, found: ReportFinding | undefined, lookedAt: string): string {
  if (!report) return "Aucune donnée n’a encore été construite.";
  if (!found || found.rows === 0) return "Aucun cas dans les données lues.";
  const share =
    found.of > 0 ? `, soit ${formatRatio(found.rows / found.of)} de ${formatCount(found.of)} ${lookedAt}` : "";
  const effect = found.effect_eur === null ? "" : ` Effet sur le total : ${formatEurosExact(found.effect_eur)}.`;
  return `**${formatCount(found.rows)} cas**${safe(`${share}.${effect}`)}${report.is_fictional ? " Données d’exemple, fictives." : ""}`;
}

function value(text: string | null): string {
  return text === null || text === "" ? "–" : `<code>${safe(text)}</code>`;
}
