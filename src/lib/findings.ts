/** Rules about people met at night and about the climate; every other rule looks at procurement. */
export const otherRules: readonly string[] = [
  "figure-not-published",
  "figure-repeated",
  "night-cell-small",
  "night-count-disagreement",
  "night-count-sum",
  "night-places-below-total",
  "night-question-withheld",
  "night-zone-finer",
  "target-without-year"
];

/** Whether a finding is about procurement. */
export function aboutProcurement({rule}: {rule: string}): boolean {
  return !otherRules.includes(rule);
}

/** Whether a finding doubts a value; an `info` does not. */
export function isDoubt({severity}: {severity: string}): boolean {
  return severity !== "info";
}
