import {parseHTML} from "linkedom";
import {damaged} from "../staging/csv.js";
import {voteColumns, type TabledProposal} from "../staging/agora/file.js";
import type {Sheet} from "./sheet.js";
import {slugOf} from "../../src/lib/slug.js";

/** What an import needs to know that a table may not say. */
export interface ImportOptions {
  /** College of proposals whose table names none. */
  college: string | null;
  /** Session of votes whose table names none. */
  seance: string | null;
}

/** What came out of the tables, in the register’s own words. */
export interface Imported {
  propositions: TabledProposal[];
  /** Lines of a table of votes, with its columns. */
  votes: Record<string, string>[];
}

type Row = Sheet["rows"][number];

/** Headings under which each thing is looked for; those of Decidim’s export come last. */
const headings = {
  id: ["id", "identifiant"],
  title: ["titre", "title", "title/fr"],
  body: ["verbatim", "texte", "proposition", "description", "body", "body/fr"],
  college: ["college"],
  date: ["deposee_le", "deposee le", "date", "published_at", "created_at"],
  state: ["state", "state/fr", "etat"],
  url: ["url", "adresse"]
};

/**
 * Puts tables into the register’s format through one schema. A table with a session, a proposal and a rule is one of votes; one with
 * `progress` and `proposal_urls` is Decidim’s results, which say how far a proposal is; any other must have titles and texts.
 *
 * @throws {Error} On a line without title, text, day or college, naming it.
 */
export function convert(sheets: readonly Sheet[], options: ImportOptions): Imported {
  const isVotes = ({headings: all}: Sheet) =>
    all.includes("proposition") && all.includes("regle") && all.includes("college");
  const isResults = ({headings: all}: Sheet) => all.includes("progress") && all.includes("proposal_urls");
  const isProposals = (sheet: Sheet) =>
    !isVotes(sheet) && !isResults(sheet) && has(sheet, "title") && has(sheet, "body");
  const known = sheets.filter((sheet) => isVotes(sheet) || isProposals(sheet));
  if (known.length === 0)
    throw new Error(
      `${sheets.map(({name}) => name).join(", ")} : attendu un tableau de propositions (titre, verbatim, college, date) ou de votes ` +
        `(${voteColumns.join(", ")}), trouvé les titres ${sheets[0]?.headings.join(", ")}. Renommez les colonnes.`
    );
  const taken = new Set<string>();
  const propositions = known
    .filter(isProposals)
    .flatMap((sheet) => sheet.rows.map((row) => proposalOf(sheet, row, options, taken)));
  for (const sheet of sheets.filter(isResults)) for (const row of sheet.rows) addResult(row, propositions);
  const votes = known.filter(isVotes).flatMap((sheet) => sheet.rows.map((row) => voteOf(sheet, row, options)));
  return {propositions, votes};
}

function has({headings: all}: Sheet, what: keyof typeof headings): boolean {
  return headings[what].some((heading) => all.includes(heading));
}

function cell({cells}: Row, what: keyof typeof headings): string {
  return headings[what].map((heading) => cells[heading] ?? "").find((text) => text !== "") ?? "";
}

function proposalOf(sheet: Sheet, row: Row, {college}: ImportOptions, taken: Set<string>): TabledProposal {
  const need = (value: string, what: string) => {
    if (value === "") throw damaged(sheet, row.line, what, "");
    return value;
  };
  const isDecidim = sheet.headings.some((heading) => heading.startsWith("participatory_space"));
  const titre = need(plainText(cell(row, "title")), "un titre");
  const url = cell(row, "url");
  const date = cell(row, "date");
  const proposal: TabledProposal = {
    id: idOf(isDecidim ? "" : cell(row, "id"), titre, taken),
    titre,
    verbatim: need(plainText(cell(row, "body")), "le texte de la proposition"),
    college: need(slugOf(cell(row, "college")) || (college ?? ""), "un collège, dans le tableau ou par --college"),
    deposee_le: need(maybeDay(date) ?? "", `un jour AAAA-MM-JJ (trouvé « ${date} »)`)
  };
  if (!isDecidim) return proposal;
  return {...proposal, origine: {plateforme: "Decidim", adresse: url || null, etat: cell(row, "state") || null}};
}

/** Decidim’s progress of a result is typed by hand: it is kept as declared. */
function addResult({cells}: Row, propositions: readonly TabledProposal[]): void {
  const progress = Number(cells.progress);
  const urls = (cells.proposal_urls ?? "").split(/[\s,;[\]"]+/);
  if (cells.progress === "" || !(progress >= 0 && progress <= 100)) return;
  for (const {origine} of propositions)
    if (origine?.adresse && urls.includes(origine.adresse)) origine.avancement = progress / 100;
}

function voteOf(sheet: Sheet, row: Row, {seance}: ImportOptions): Record<string, string> {
  const line = Object.fromEntries(voteColumns.map((column) => [column, row.cells[column] ?? ""]));
  line.seance ||= seance ?? "";
  line.college = slugOf(line.college ?? "");
  if (line.seance === "") throw damaged(sheet, row.line, "une séance, dans le tableau ou par --seance", "");
  return line;
}

/** The text of a body of HTML, its paragraphs kept apart; a text without marks stays as it is. */
function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, " ").trim();
  const {document} = parseHTML(
    `<!doctype html><html><body>${html.replace(/<(?:br|\/p|\/li|\/h\d)[^>]*>/gi, " $&")}</body></html>`
  );
  for (const element of document.querySelectorAll("script, style")) element.remove();
  return (document.body.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** A day written AAAA-MM-JJ (with or without a time), JJ/MM/AAAA, or as workbooks number days; null for anything else. */
function maybeDay(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  if (iso) return iso;
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (french) return `${french[3]}-${french[2]?.padStart(2, "0")}-${french[1]?.padStart(2, "0")}`;
  // Workbooks count days from 30 December 1899; 36526 is 1 January 2000.
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))).toISOString().slice(0, 10);
}

function idOf(given: string, title: string, taken: Set<string>): string {
  const base = slugOf(given) || slugOf(title).split("-").slice(0, 6).join("-") || "proposition";
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
