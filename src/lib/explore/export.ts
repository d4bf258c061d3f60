import {csvLine} from "../csv.js";
import {awardAt, type Awards} from "./awards.js";
import type {Group} from "./filter.js";

const columns = [
  "award_uid",
  "notified_on",
  "object",
  "cpv_division",
  "procedure",
  "amount_eur",
  "supplier_ids",
  "supplier_names"
];

/** How many lines are joined before they are given out. */
const linesAtOnce = 5_000;

/**
 * Awards as CSV (RFC 4180, UTF-8, raw numbers with a decimal point, an empty cell where unknown), the header first.
 *
 * @param rows In the order of the file.
 */
export function* awardsCsv(awards: Awards, rows: readonly number[]): Generator<string> {
  let lines = [csvLine(columns)];
  for (const row of rows) {
    const {uid, notifiedOn, object, division, procedure, amountEur, suppliers} = awardAt(awards, row);
    const ids = suppliers.map(({id}) => id).join(" ; ");
    const names = suppliers.map(({name}) => name ?? "").join(" ; ");
    lines.push(csvLine([uid, notifiedOn, object, division, procedure, amountEur, ids, names]));
    if (lines.length < linesAtOnce) continue;
    yield `${lines.join("\r\n")}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join("\r\n")}\r\n`;
}

/** Groups as CSV, in the same form; `by` names the first column. */
export function groupsCsv(by: string, groups: readonly Group[]): string {
  const lines = groups.map(({value, count, amountCount, amountEur}) =>
    csvLine([value, count, amountCount, amountCount === 0 ? null : amountEur])
  );
  return `${[csvLine([by, "awards", "awards_with_amount", "amount_eur"]), ...lines].join("\r\n")}\r\n`;
}
