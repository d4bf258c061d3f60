import {formatCount, formatEurosExact} from "../lib/format.js";
import {domainNames, measure, type AnyIndicator, type Domain, type Measure} from "../lib/indicator.js";
import {fewestToChart} from "../lib/slices.js";
import {tables, type Column, type TableName} from "../lib/schema.js";
import {formatValue, formatValueExact} from "../lib/units.js";
import {list, markupTable, safe} from "./markup.js";

/** What an indicator's page shows besides the indicator itself. */
export interface IndicatorContext {
  /** Its value over the last data build; null when there is none. */
  current: Measure | null;
  /** The figure that shows it first; null when none does. */
  figureId: string | null;
  /** The human indicators that say it in one sentence, each with that sentence or why there is none. */
  humans?: readonly {id: string; title: string; words: string}[];
  /** Its value by year, CPV division, procedure and buyer, as `sliceTables` writes it. */
  slices?: readonly string[];
}

const slicesMeaning = safe(
  `La même formule, sur une partie des lignes. Une part calculée sur moins de ${fewestToChart} titulaires ou lignes décrit un cas, pas une tendance : les graphiques ne la dessinent pas.`
);

/**
 * The method page of an indicator, as Markdown.
 *
 * @throws {Error} When its example does not give the value that it announces.
 */
export function indicatorPage(
  indicator: AnyIndicator,
  {current, figureId, slices = [], humans = []}: IndicatorContext
): string {
  const {id, version, unit, name, question, formula, origin, reference, limits, excludes, domain, needs} = indicator;
  const example = measure(indicator, indicator.example.rows);
  if (example.value !== indicator.example.value)
    throw new Error(
      `${id}: expected ${indicator.example.value} from its example, got ${example.value}. Correct one of them.`
    );
  const reasons = Object.values(excludes);
  return [
    `---\ntitle: ${JSON.stringify(name)}\n---`,
    `# ${safe(name)}`,
    safe(question),
    `## Aujourd’hui`,
    ...(figureId === null ? [] : [`<figure data-figure="${figureId}"></figure>`]),
    currentInWords(indicator, current),
    ...humans.map(
      (one) =>
        `<strong>En termes humains</strong>${safe(` : ${one.words}`)} <a href="../agora/indicateurs/${one.id}">${safe(one.title)}</a>`
    ),
    ...(slices.length === 0 ? [] : [`### Coupé autrement`, slicesMeaning, ...slices]),
    `## Le calcul`,
    safe(formula),
    `### Un exemple à refaire à la main`,
    exampleTable(indicator),
    `Résultat : **${formatValueExact(example.value, unit)}**, avec ${formatCount(example.used)} lignes utilisées sur ${formatCount(indicator.example.rows.length)}.`,
    `## Ce qui est laissé de côté`,
    reasons.length > 0 ? list(reasons.map(safe)) : "Rien : chaque ligne compte.",
    `## Ce que ce nombre ne dit pas`,
    list(limits.map(safe)),
    `## D’où il vient`,
    list([
      `Origine${"\u00a0"}: ${safe(origin)}`,
      `Référence${"\u00a0"}: ${safe(reference)}`,
      `Engagement${"\u00a0"}: <a href="../${domain}/">${domainNames[domain as Domain]}</a>`,
      `Identifiant <code>${id}</code>, version ${version}. Les changements de version sont au <a href="../journal">journal</a>.`,
      `Table lue${"\u00a0"}: <a href="../data/${needs}.arrow" rel="external">${needs}.arrow</a> (Apache Arrow), une ligne par ${safe(withoutArticle(tables[needs as TableName].grain))}`
    ])
  ].join("\n\n");
}

function currentInWords({excludes, unit}: AnyIndicator, current: Measure | null): string {
  if (current === null) return "Pas encore calculé : aucune donnée n’a été construite.";
  const left = Object.entries(current.leftOut).map(([key, count]) => `${formatCount(count)} : ${excludes[key]}`);
  const value = formatValue(current.value, unit);
  const exact = formatValueExact(current.value, unit);
  return list([
    current.value === null
      ? "Pas de valeur : ces données ne permettent pas de la calculer sans tromper."
      : `Valeur${"\u00a0"}: <strong>${value}</strong>${exact === value ? "" : ` (${exact})`}`,
    `Lignes utilisées${"\u00a0"}: ${formatCount(current.used)}`,
    ...left.map((words) => `Lignes écartées, ${safe(words)}`)
  ]);
}

function exampleTable(indicator: AnyIndicator): string {
  const rows: readonly Record<string, string | number | boolean | null>[] = indicator.example.rows;
  const columns: Record<string, Column> = tables[indicator.needs as TableName].columns;
  const keys = indicator.columns as readonly string[];
  const heads = ["Ligne", ...keys.map((key) => safe(columns[key]?.label ?? key)), "Compte ?"];
  const body = rows.map((row, i) => [
    String(i + 1),
    ...keys.map((key) => cell(key, row[key] ?? null)),
    safe(countsInWords(indicator, row))
  ]);
  return markupTable("Exemple", heads.map(safeHead), body);
}

function countsInWords(indicator: AnyIndicator, row: Record<string, string | number | boolean | null>): string {
  if (indicator.covers?.(row) === false) return "non : hors de la question";
  const reason = indicator.leaveOut?.(row) ?? null;
  return reason === null ? "oui" : `non : ${indicator.excludes[reason]}`;
}

function safeHead(head: string): string {
  return head.replace(" ?", "\u00a0?");
}

function cell(key: string, value: unknown): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value !== "number") return safe(String(value));
  if (key.endsWith("_eur")) return formatEurosExact(value);
  if (key === "year" || key === "edition" || key.endsWith("_year")) return String(value);
  return Number.isInteger(value) ? formatCount(value) : String(value).replace(".", ",");
}

/** "un contrat déclaré…" → "contrat déclaré…", to follow "une ligne par". */
function withoutArticle(grain: string): string {
  return grain.replace(/^une? /, "");
}
