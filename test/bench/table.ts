import {formatCount, formatFactor} from "../../src/lib/format.js";
import {exploreBudget, type ExploreResult} from "./explore.js";
import {ingestBudget, type IngestComparison, type IngestResult} from "./ingest.js";
import type {OverviewResult} from "./overview.js";
import {budget, type PageCost} from "./page-cost.js";
import type {Cost} from "./process-tree.js";
import {rebuildBudget, smallPages, type RebuildResult} from "./rebuild.js";

/** What to think of the durations when other programs keep the machine busy; nothing when it is quiet. */
export function loadLines(load: number, cores: number): string[] {
  const text = load.toFixed(1).replace(".", ",");
  return load <= 1.5 * cores ? [] : ["", `Machine occupée (charge ${text} pour ${cores} cœurs) : durées trop hautes.`];
}

/** The measurements of one file as lines for the terminal, the ratio beside its budget. */
export function ingestLines({
  contracts,
  format,
  fileBytes,
  runs,
  bare,
  bareWrite,
  data,
  ...ratios
}: IngestResult): string[] {
  const passes = runs > 1 ? `médiane de ${runs} passes` : "une passe";
  return [
    "",
    `${formatCount(contracts)} contrats, ${format} (${megabytes(fileBytes)}), ${passes}`,
    line("", "durée", "processeur", "mémoire, somme", "mémoire, un seul"),
    ...(bare ? [line("  découpage + tables DuckDB", ...costCells(bare))] : []),
    line("  trois formats, sans calcul", ...costCells(bareWrite)),
    line("  npm run data", ...costCells(data)),
    ...(bare
      ? [
          line(
            "  rapport",
            measured(ratios.timeRatio, formatFactor),
            measured(ratios.cpuRatio, formatFactor),
            measured(ratios.memoryRatio, formatFactor)
          )
        ]
      : []),
    ...verdict("  durée, sur la lecture nue", ratios.timeRatio, ingestBudget.timeRatio, formatFactor),
    ...verdict("  sur lecture et écriture nues", ratios.floorRatio, ingestBudget.floorRatio, formatFactor),
    ...verdict("  mémoire", data.peakBytes, ingestBudget.peakBytes, megabytes)
  ];
}

/** Growth with the size, and XML against JSON, each beside its budget. */
export function comparisonLines(comparison: IngestComparison): string[] {
  const {timeGrowth, cpuGrowth, xmlTimeRatio, xmlCpuRatio} = comparison;
  if (timeGrowth === null && xmlTimeRatio === null) return [];
  return [
    "",
    "Comparaisons (durée, puis processeur)",
    ...verdict("  par contrat, plus grand fichier", timeGrowth, ingestBudget.growth, formatFactor),
    ...verdict("", cpuGrowth, ingestBudget.growth, formatFactor),
    ...verdict("  XML pour JSON", xmlTimeRatio, ingestBudget.xmlRatio, formatFactor),
    ...verdict("", xmlCpuRatio, ingestBudget.xmlRatio, formatFactor)
  ];
}

function verdict(name: string, value: number | null, most: number, format: (value: number) => string): string[] {
  return value === null ? [] : [line(name, format(value), against(value, most, format(most)))];
}

/** The page measurements as lines for the terminal, each beside its budget. */
export function overviewLines({
  runs,
  page,
  empty,
  plain,
  plainRatio,
  timeRatio,
  transferRatio
}: OverviewResult): string[] {
  return [
    "",
    `Page marches/, 4G rapide (8,1 Mbit/s, 165 ms), processeur ÷ 4, médiane de ${runs} passes`,
    line("", "page", "témoin vide", "rapport ou budget"),
    line(
      "  premier graphique",
      seconds(page.firstChartSeconds),
      seconds(empty.firstChartSeconds),
      `${formatFactor(timeRatio)} ; ${against(page.firstChartSeconds, budget.firstChartSeconds, seconds(budget.firstChartSeconds))}`
    ),
    line(
      "  JavaScript (brotli)",
      ...sizeCells("scriptBytes", page, empty),
      against(page.scriptBytes, budget.scriptBytes, kilobytes(budget.scriptBytes))
    ),
    line(
      "  en tout (brotli)",
      ...sizeCells("totalBytes", page, empty),
      against(page.totalBytes, budget.totalBytes, kilobytes(budget.totalBytes))
    ),
    line("  transféré (gzip)", ...sizeCells("transferredBytes", page, empty), formatFactor(transferRatio)),
    line("  requêtes", formatCount(page.addresses.length), formatCount(empty.addresses.length)),
    ...(plain && plainRatio !== null
      ? [
          "  même contenu, page simple (Vite + Plot), mêmes passes",
          line(
            "    premier graphique",
            seconds(plain.firstChartSeconds),
            "",
            `${formatFactor(plainRatio)} ; ${plainRatio < 1 ? "plus vite" : "PLUS LENT"}`
          ),
          line("    JavaScript (brotli)", kilobytes(plain.scriptBytes)),
          line("    en tout (brotli)", kilobytes(plain.totalBytes))
        ]
      : [])
  ];
}

/** The filters' answers as lines for the terminal, beside a plain page and the budget. */
export function exploreLines({
  contracts,
  awards,
  runs,
  steps,
  ratio,
  slowestOurs,
  slowestAtBest,
  ...rest
}: ExploreResult): string[] {
  const most = exploreBudget[contracts] ?? Infinity;
  return [
    "",
    `Explorateur, ${formatCount(awards)} attributions (${formatCount(contracts)} contrats), médiane de ${runs} passes`,
    line("", "explorateur", "page simple", "rapport"),
    ...steps.map(({name, ours, plain}) =>
      line(`  ${name}`, milliseconds(ours), milliseconds(plain), formatFactor(ours / plain))
    ),
    line("  tous ensemble", "", "", `${formatFactor(ratio)} ; ${ratio <= 1 ? "≤" : "DÉPASSE"} ×1`),
    line("  le plus lent", milliseconds(slowestOurs), "", against(slowestOurs, most, milliseconds(most))),
    line("  le plus lent, au mieux", milliseconds(slowestAtBest), "", against(slowestAtBest, most, milliseconds(most))),
    line("  ouverture", milliseconds(rest.loadOurs), milliseconds(rest.loadPlain)),
    line("  données, avant compression", megabytes(rest.bytesOurs), megabytes(rest.bytesPlain))
  ];
}

/** Builds and previews as lines for the terminal, each beside its budget. */
export function rebuildLines({site, siteRatio, small, coldRatio, text, textRatio, data}: RebuildResult): string[] {
  const most = rebuildBudget;
  return [
    "",
    "Construction du site entier",
    line("  à froid", seconds(site.cold)),
    line(
      "  sans changement",
      seconds(site.unchanged),
      "",
      `${formatFactor(siteRatio)} ; ${within(siteRatio, most.siteRatio)}`
    ),
    `${smallPages} pages faites par un programme à paramètre`,
    line("", "carnets", "Framework", "rapport ou budget"),
    line(
      "  à froid",
      seconds(small.carnets.cold),
      seconds(small.framework.cold),
      `${formatFactor(coldRatio)} ; ${within(coldRatio, most.coldRatio)}`
    ),
    line(
      "  sans changement",
      seconds(small.carnets.unchanged),
      seconds(small.framework.unchanged),
      against(small.carnets.unchanged, most.unchangedSeconds, seconds(most.unchangedSeconds))
    ),
    line(
      "  texte modifié, page ouverte",
      milliseconds(text.carnets),
      milliseconds(text.framework),
      `${formatFactor(textRatio)} ; ${within(textRatio, most.textRatio)}`
    ),
    line(
      "  donnée modifiée, page ouverte",
      milliseconds(data),
      "jamais",
      against(data / 1000, most.dataSeconds, seconds(most.dataSeconds))
    )
  ];
}

function within(ratio: number, most: number): string {
  return `${ratio <= most ? "≤" : "DÉPASSE"} ${formatFactor(most)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1).replace(".", ",")}\u00a0ms`;
}

function line(name: string, ...cells: string[]): string {
  const widths = [12, 14, 17, 17];
  return [name.padEnd(32), ...cells.map((cell, i) => cell.padStart(widths[i] ?? 0))].join(" ");
}

function costCells({seconds: time, cpuSeconds, peakBytes, peakProcessBytes}: Cost): string[] {
  return [
    seconds(time),
    measured(cpuSeconds, seconds),
    measured(peakBytes, megabytes),
    measured(peakProcessBytes, megabytes)
  ];
}

function measured(value: number | null, format: (value: number) => string): string {
  return value === null ? "non mesuré" : format(value);
}

function sizeCells(key: "scriptBytes" | "totalBytes" | "transferredBytes", page: PageCost, empty: PageCost) {
  return [kilobytes(page[key]), kilobytes(empty[key])] as const;
}

function seconds(value: number): string {
  return `${value.toFixed(2).replace(".", ",")}\u00a0s`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).replace(".", ",")}\u00a0ko`;
}

function megabytes(bytes: number): string {
  return `${formatCount(bytes / 1e6)}\u00a0Mo`;
}

function against(value: number, most: number, text: string): string {
  return `${value <= most ? "≤" : "DÉPASSE"} ${text}`;
}
