/**
 * One line of a CSV file (RFC 4180): quoted where needed, an empty cell where unknown, no line end. A text that a
 * spreadsheet would run as a formula is disarmed by an apostrophe.
 */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return cells.map(csvCell).join(",");
}

/** A CSV file: a header of keys, then one line per row, each ended by CR LF. */
export function csvFile(
  keys: readonly string[],
  rows: Iterable<Readonly<Record<string, string | number | boolean | null>>>
): string {
  const lines = [csvLine(keys)];
  for (const row of rows) lines.push(csvLine(keys.map((key) => row[key] ?? null)));
  return `${lines.join("\r\n")}\r\n`;
}

function csvCell(value: string | number | boolean | null): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
