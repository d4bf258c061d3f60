import humanIndicators from "../indicators/human/index.js";
import {formatCount, formatDate, formatEurosExact} from "../lib/format.js";
import {domainNames, type AnyIndicator} from "../lib/indicator.js";
import type {Report, ReportInput} from "../lib/report.js";
import type {Rule} from "../lib/rule.js";
import type {Source} from "../lib/source.js";
import {list, markupTable, safe} from "./markup.js";
import {severities} from "./rule-page.js";

/**
 * The index of the method, as Markdown: indicators, rules with how many cases today, sources with their caveats, totals
 * step by step, files read.
 */
export function indexPage({
  indicators,
  rules,
  sources,
  report
}: {
  indicators: readonly AnyIndicator[];
  rules: readonly Rule[];
  sources: readonly Source[];
  report: Report | null;
}): string {
  return [
    `---\ntitle: Méthode\n---`,
    `# Méthode : comment chaque nombre est fait`,
    safe(
      "Une ligne douteuse devient un constat, et reste comptée. Une valeur déclarée n'est jamais effacée : la réparation s'écrit à côté, avec le nom de la règle. Chaque nombre publié se recalcule par son lecteur : sous chaque figure, « Prouver ce chiffre » donne la formule, les lignes comptées, les lignes écartées avec la raison et les fichiers d'origine ; « Recalculer » refait le calcul dans votre navigateur ; « Citer, partager, intégrer » donne une citation prête."
    ),
    `## Les indicateurs`,
    ...Object.entries(domainNames).flatMap(([domain, name]) => {
      const own = indicators.filter((indicator) => indicator.domain === domain);
      return own.length === 0 ? [] : [`### ${name}`, list(own.map(indicatorItem))];
    }),
    `## Les règles`,
    safe("Ce que les données lues ont de faux ou de douteux, et ce qui en est fait."),
    markupTable(
      "Règles",
      ["Règle", "Gravité", "Cas aujourd’hui"],
      rules.map((rule) => [link(rule.id, rule.name), severities[rule.severity], casesOf(rule, report)])
    ),
    `## Les sources`,
    ...sources.flatMap(sourceCard),
    ...(report === null ? [] : buildParts(report))
  ].join("\n\n");
}

function indicatorItem({id, name, question, version}: AnyIndicator): string {
  const humans = humanIndicators
    .filter(({measure}) => measure === id)
    .map((human) => `<a href="../agora/indicateurs/${human.id}">${safe(human.title)}</a>`);
  const twin = humans.length === 0 ? "" : `<br>${safe("En termes humains :")} ${humans.join(", ")}`;
  return `${link(id, name)} (version ${version})<br>${safe(question)}${twin}`;
}

function sourceCard({name, producer, url, licence, cadence, grain, caveats}: Source): string[] {
  return [
    `### ${safe(name)}`,
    list([
      safe(`Producteur : ${producer}`),
      `<a href="${safe(url)}">Page de la source</a>`,
      safe(`Licence : ${licence}`),
      safe(`Parution : ${cadence}`),
      safe(`Une ligne : ${grain}`),
      ...caveats.map(safe)
    ])
  ];
}

function link(id: string, name: string): string {
  return `<a href="./${id}">${safe(name)}</a>`;
}

function casesOf({id}: Rule, report: Report | null): string {
  const found = report?.findings.find(({rule}) => rule === id);
  return report === null ? "–" : formatCount(found?.rows ?? 0);
}

function buildParts(report: Report): string[] {
  const read = report.inputs.filter(({ignored, failed}) => ignored === null && failed === null);
  const aside = report.inputs.filter(({ignored, failed}) => ignored !== null || failed !== null);
  return [
    ...(report.totals.length > 0
      ? [
          `## Du total déclaré au total corrigé`,
          markupTable(
            "Totaux",
            ["Étape", "Lignes", "Montant, hors taxes"],
            report.totals.map(({label, rows, amount_eur}) => [
              safe(label),
              formatCount(rows),
              formatEurosExact(amount_eur)
            ])
          )
        ]
      : []),
    `## Les fichiers lus`,
    safe(
      `Données construites le ${formatDate(report.generated_at)}. L'empreinte sha256 permet de vérifier que vous avez le même fichier.`
    ),
    markupTable("Fichiers lus", ["Fichier", "Lus", "Retenus", "Refusés", "sha256"], read.map(fileRow)),
    ...(aside.length > 0
      ? [
          `### Laissés de côté`,
          list(
            aside.map(
              ({path, ignored, failed}) => `<code>${safe(nameOf(path))}</code>\u00a0: ${safe(failed ?? ignored ?? "")}`
            )
          )
        ]
      : []),
    `Le compte rendu complet, lisible par une machine${"\u00a0"}: <a href="../data/report.json" rel="external">report.json</a>.`
  ];
}

function fileRow({path, records_read, rows_staged, rows_refused, sha256}: ReportInput): string[] {
  return [
    `<code>${safe(nameOf(path))}</code>`,
    formatCount(records_read),
    formatCount(rows_staged),
    formatCount(rows_refused),
    `<code>${sha256 ?? "–"}</code>`
  ];
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}
