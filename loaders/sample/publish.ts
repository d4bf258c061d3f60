import {quota} from "./dirt.js";
import type {Random} from "./random.js";
import type {SampleContract} from "./record.js";

const day = 86_400_000;

/** The date some days after another, both as `YYYY-MM-DD`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

/**
 * Gives each record, in place, its identifier in the order of notification and its publication date: most within
 * days, some after the legal two months, a few before the notification.
 */
export function number(rows: SampleContract[], idPrefix: string, random: Random): void {
  const order = random.shuffled(rows);
  const isEarly = new Set(order.splice(0, quota("publishedBefore", rows.length)));
  const isLate = new Set(order.splice(0, quota("publishedLate", rows.length)));
  const lag = (row: SampleContract) => {
    if (isEarly.has(row)) return -random.integer(1, 20);
    if (isLate.has(row)) return 63 + Math.min(300, Math.round(Math.exp(3.6 + 0.8 * random.normal())));
    return Math.min(60, Math.max(2, Math.round(Math.exp(2 + 0.75 * random.normal()))));
  };
  rows.sort((a, b) => (a.dateNotification < b.dateNotification ? -1 : a.dateNotification > b.dateNotification ? 1 : 0));
  const ranks = new Map<string, number>();
  for (const row of rows) {
    const year = row.dateNotification.slice(0, 4);
    const rank = (ranks.get(year) ?? 0) + 1;
    ranks.set(year, rank);
    const trade = row.ccag.startsWith("T") ? "T" : row.ccag.startsWith("F") ? "F" : "S";
    row.id = `${idPrefix}${year}${trade}${String(rank).padStart(5, "0")}`;
    row.datePublicationDonnees = daysAfter(row.dateNotification, lag(row));
  }
}

/**
 * Adds modifications, whose amounts are increments of 0.4 % to 10 % as in Paris's files, and the duplicates: the same
 * record published again later with one modification more.
 *
 * @param rows Completed in place.
 * @param fixed Records that must keep their amount and holders; the duplicates join them.
 * @param records How many records the rates refer to.
 */
export function amend(rows: SampleContract[], fixed: Set<SampleContract>, records: number, random: Random): void {
  const duplicates = quota("laterDuplicate", records);
  const amended = quota("modified", records) - Math.floor(duplicates / 2);
  // Old enough for two modifications before the last year ends.
  const years = rows.map((row) => Number(row.dateNotification.slice(0, 4))).sort((a, b) => a - b);
  const latest = Math.max(years[0] ?? 0, (years.at(-1) ?? 0) - 2);
  const fit = (row: SampleContract) =>
    !fixed.has(row) && row.dureeMois >= 3 && Number(row.dateNotification.slice(0, 4)) <= latest;
  random
    .shuffled(rows.filter(fit))
    .slice(0, amended)
    .forEach((row, i) => {
      fixed.add(row);
      if (i >= duplicates) return modify(row, random);
      if (i % 2 === 1) modify(row, random);
      const again = structuredClone(row);
      modify(again, random);
      again.datePublicationDonnees = again.modifications?.at(-1)?.modification.datePublicationDonneesModification ?? "";
      rows.push(again);
      fixed.add(again);
    });
}

function modify(row: SampleContract, random: Random): void {
  const former = row.modifications ?? [];
  const since = former.at(-1)?.modification.dateNotificationModification ?? row.dateNotification;
  const notified = daysAfter(since, random.integer(40, 250));
  const share = 0.004 + random.next() ** 2 * 0.098;
  row.modifications = [
    ...former,
    {
      modification: {
        id: former.length + 1,
        dateNotificationModification: notified,
        datePublicationDonneesModification: daysAfter(notified, random.integer(2, 60)),
        montant: Math.max(0.01, Math.round(row.montant * share * 100) / 100)
      }
    }
  ];
}
