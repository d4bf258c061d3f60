import {formatCount, formatFactor} from "../../src/lib/format.js";
import type {IngestResult} from "./ingest.js";
import {budget, type OverviewResult, type PageCost} from "./overview.js";
import type {Cost} from "./process-tree.js";

/** What to think of the durations when other programs keep the machine busy; nothing when it is quiet. */
export function loadLines(load: number, cores: number): string[] {
  const text = load.toFixed(1).replace(".", ",");
  return load <= 1.5 * cores ? [] : ["", `Machine occupée (charge ${text} pour ${cores} cœurs) : durées trop hautes.`];
}

/** The ingest measurements as lines for the terminal. */
export function ingestLines({contracts, fileBytes, runs, bare, data, ...ratios}: IngestResult): string[] {
  return [
    "",
    `${formatCount(contracts)} contrats (${megabytes(fileBytes)}), ${runs > 1 ? `médiane de ${runs} passes` : "une passe"}`,
    line("", "durée", "processeur", "mémoire max."),
    line("  découpage + comptage DuckDB", ...costCells(bare)),
    line("  npm run data", ...costCells(data)),
    line(
      "  rapport",
      formatFactor(ratios.timeRatio),
      measured(ratios.cpuRatio, formatFactor),
      measured(ratios.memoryRatio, formatFactor)
    )
  ];
}

/** The page measurements as lines for the terminal, each beside its budget. */
export function overviewLines({runs, page, empty, timeRatio, transferRatio}: OverviewResult): string[] {
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
    line("  requêtes", formatCount(page.requests), formatCount(empty.requests))
  ];
}

function line(name: string, ...cells: string[]): string {
  const widths = [12, 14, 17];
  return [name.padEnd(30), ...cells.map((cell, i) => cell.padStart(widths[i] ?? 0))].join(" ");
}

function costCells({seconds: time, cpuSeconds, peakBytes}: Cost): [string, string, string] {
  return [seconds(time), measured(cpuSeconds, seconds), measured(peakBytes, megabytes)];
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
