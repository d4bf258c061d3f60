import type {Report, ReportInput} from "../../src/lib/report.js";

const count = new Intl.NumberFormat("fr-FR");
const euros = new Intl.NumberFormat("fr-FR", {minimumFractionDigits: 2, maximumFractionDigits: 2});
const shownInputs = 12;

/** The short table that a build ends with: what was read, made, found, and the way to the corrected total. */
export function summaryOf(report: Report, out: string): string {
  const {inputs} = report;
  const [kept, ignored] = [inputs.filter(isRead), inputs.filter((input) => input.ignored !== null)];
  const failed = inputs.filter((input) => input.failed !== null);
  const found = report.findings.filter(({rows}) => rows > 0);
  return [
    section("Fichiers lus", ["enregistrements", "lignes", "refusés"], inputRows(kept)),
    ...failed.map(({path, failed: reason}) => `ABÎMÉ, laissé de côté : ${path} : ${reason}`),
    ...(failed.length > 0 ? [""] : []),
    asideText(ignored),
    section(
      "Tables",
      ["lignes"],
      Object.entries(report.tables).map(([name, {rows}]) => [name, count.format(rows)])
    ),
    section(
      "Constats",
      ["lignes", "sur"],
      found.map(({rule, rows, of}) => [rule, count.format(rows), count.format(of)])
    ),
    section(
      "Totaux",
      ["lignes", "euros HT"],
      report.totals.map(({label, rows, amount_eur}) => [label, count.format(rows), euros.format(amount_eur)])
    ),
    report.is_fictional ? "Données d’exemple, fictives. Pour de vraies données : npm run data -- --from CHEMIN\n" : "",
    `Écrit dans ${out} ; compte rendu : ${out}/report.json`
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function isRead({ignored, failed}: ReportInput): boolean {
  return ignored === null && failed === null;
}

function inputRows(inputs: readonly ReportInput[]): string[][] {
  const row = (path: string, group: readonly ReportInput[]): string[] => [
    path,
    ...(["records_read", "rows_staged", "rows_refused"] as const).map((key) =>
      count.format(group.reduce((sum, input) => sum + input[key], 0))
    )
  ];
  const rest = inputs.slice(shownInputs);
  return [
    ...inputs.slice(0, shownInputs).map((input) => row(input.path, [input])),
    ...(rest.length > 0 ? [row(`… et ${count.format(rest.length)} autres`, rest)] : []),
    ...(inputs.length > 1 ? [row("ensemble", inputs)] : [])
  ];
}

function asideText(ignored: readonly ReportInput[]): string {
  if (ignored.length === 0) return "";
  const lines = ignored.slice(0, shownInputs).map(({path, ignored: reason}) => `  ${path} : ${reason}`);
  const rest = ignored.length - shownInputs;
  return [
    `Laissés de côté : ${count.format(ignored.length)}`,
    ...lines,
    ...(rest > 0 ? [`  … et ${count.format(rest)} autres, tous dans report.json`] : []),
    ""
  ].join("\n");
}

/** Lines with the first column on the left and the others aligned on the right; nothing when there is no row. */
function section(title: string, heads: readonly string[], rows: readonly string[][]): string {
  if (rows.length === 0) return "";
  const table = [[title, ...heads], ...rows];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => (row[i] ?? "").length))) ?? [];
  const lines = table.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[i] ?? 0) + 2))).join("")
  );
  return [...lines, ""].join("\n");
}
