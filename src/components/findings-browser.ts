import rules from "../catalogue/rules/index.js";
import {formatCount, formatEurosExact, formatYear} from "../lib/format.js";
import type {Rule} from "../lib/rule.js";
import type {ArrowLike} from "../lib/rows.js";
import type {Row} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";
import type {FindingsAddress} from "./findings-link.js";
import {readArrow} from "./marts.js";

/** Records on one page of the list. */
export const pageSize = 25;

/** Which records the address asks for. */
export interface FindingsQuery {
  rule: string;
  /** From 1. */
  page: number;
}

/** The columns shown, in order. */
const columns = [
  "contract_uid",
  "field",
  "declared",
  "repaired",
  "rule",
  "evidence",
  "effect_eur",
  "platform",
  "year"
] as const;
type Shown = Pick<Row<"finding">, (typeof columns)[number]>;

const heads: Readonly<Record<(typeof columns)[number], string>> = {
  contract_uid: "Contrat",
  field: "Champ",
  declared: "Déclaré",
  repaired: "Proposé",
  rule: "Règle",
  evidence: "Preuve",
  effect_eur: "Effet sur le total",
  platform: "Plateforme",
  year: "Année"
};

/** Reads `#regle=<rule>&page=<n>`; a page that is not a number from 1 is the first. */
export function readQuery(hash: string): FindingsQuery {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const page = Number(params.get("page") ?? 1);
  return {rule: params.get("regle") ?? "", page: Number.isInteger(page) && page >= 1 ? page : 1};
}

/**
 * One page of the findings of a rule.
 *
 * @param finding The published table; only the rows of the page are made.
 * @returns The rows, and how many the rule has in all. A page beyond the last one gives the last.
 */
export function pageOfFindings(
  finding: ArrowLike,
  {rule, page}: FindingsQuery
): {rows: Shown[]; total: number; page: number} {
  const names = finding.getChild("rule");
  const found: number[] = [];
  for (let i = 0; i < finding.numRows; i++) if (names?.get(i) === rule) found.push(i);
  const last = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = Math.min(page, last);
  const rows = found
    .slice((shown - 1) * pageSize, shown * pageSize)
    .map((i) => Object.fromEntries(columns.map((key) => [key, finding.getChild(key)?.get(i) ?? null])) as Shown);
  return {rows, total: found.length, page: shown};
}

let reading: Promise<ArrowLike> | undefined;

/**
 * Shows the records that a rule touched, a page at a time, and brings the reader there.
 *
 * @param hash The address's fragment, `#regle=<rule>&page=<n>`.
 * @throws {Error} When the table cannot be read.
 */
export async function showFindings(host: HTMLElement, hash: string, {root, data}: FindingsAddress): Promise<void> {
  reading ??= readArrow("finding", data);
  const finding = await reading.catch((error) => {
    reading = undefined;
    throw error;
  });
  const query = readQuery(hash);
  const rule = rules.find(({id}) => id === query.rule);
  const content = rule
    ? list(rule, pageOfFindings(finding, query), {document: host.ownerDocument, root})
    : [element(host.ownerDocument, "p", {}, typeset(`Aucune règle ne s'appelle « ${query.rule} ».`))];
  host.replaceChildren(...content);
  const heading = host.querySelector<HTMLElement>("h4") ?? host;
  heading.tabIndex = -1;
  heading.focus({preventScroll: true});
  heading.scrollIntoView({block: "start"});
}

function list(
  {id, name}: Rule,
  {rows, total, page}: {rows: readonly Shown[]; total: number; page: number},
  {document, root}: {document: Document; root: URL}
): Element[] {
  const method = element(document, "a", {href: new URL(`methode/${id}`, root).href}, "La règle");
  if (total === 0)
    return [
      element(document, "h4", {}, typeset(name)),
      element(document, "p", {}, "Aucun enregistrement dans les données lues. ", method)
    ];
  const first = (page - 1) * pageSize + 1;
  const last = Math.ceil(total / pageSize);
  const range =
    total === 1
      ? "Un enregistrement"
      : `${formatCount(first)} à ${formatCount(first + rows.length - 1)} sur ${formatCount(total)}`;
  return [
    element(document, "h4", {}, typeset(name)),
    element(document, "p", {}, `${range}. `, method),
    recordsTable(rows, {document, label: name}),
    element(
      document,
      "nav",
      {class: "findings-pages", "aria-label": "Pages des enregistrements"},
      pageLink("Page précédente", id, page - 1, page > 1, document),
      element(document, "span", {}, `Page ${formatCount(page)} sur ${formatCount(last)}`),
      pageLink("Page suivante", id, page + 1, page < last, document)
    )
  ];
}

function pageLink(words: string, rule: string, page: number, isThere: boolean, document: Document): Element {
  return isThere
    ? element(document, "a", {href: `#regle=${rule}&page=${page}`}, words)
    : element(document, "span", {class: "is-absent"}, words);
}

function recordsTable(rows: readonly Shown[], {document, label}: {document: Document; label: string}): Element {
  const shown = columns.filter((key) => rows.some((row) => row[key] !== null));
  const head = shown.map((key) => element(document, "th", {scope: "col"}, heads[key]));
  const body = rows.map((row) =>
    element(
      document,
      "tr",
      {},
      ...shown.map((key, i) =>
        element(
          document,
          i === 0 ? "th" : "td",
          {scope: i === 0 ? "row" : null, class: key === "evidence" ? "words" : null},
          cell(key, row[key])
        )
      )
    )
  );
  return element(
    document,
    "div",
    {class: "table-scroll findings", role: "region", tabindex: "0", "aria-label": `Enregistrements : ${label}`},
    element(
      document,
      "table",
      {},
      element(document, "thead", {}, element(document, "tr", {}, ...head)),
      element(document, "tbody", {}, ...body)
    )
  );
}

function cell(key: (typeof columns)[number], value: string | number | null): string {
  if (value === null) return "–";
  if (key === "effect_eur") return formatEurosExact(Number(value));
  if (key === "year") return formatYear(Number(value));
  return String(value);
}
