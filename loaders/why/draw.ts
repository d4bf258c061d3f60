import {tables, type TableName} from "../../src/lib/schema.js";
import type {Verdict} from "./freshness.js";
import type {Branch} from "./lineage.js";
import type {Project} from "./project.js";
import {shown, type Subject} from "./subjects.js";

/** How what is said looks. */
export interface Look {
  /** Columns; no line is longer, except for one word that is. */
  width: number;
  hasColors: boolean;
}

/** At most so many reasons are listed; and so many branches of one thing that lead nowhere further. */
const most = {reasons: 8, places: 6};

const styles = {bold: "1", dim: "2", fresh: "32", stale: "33"};
type Style = keyof typeof styles;

/** All that is said of a thing: fresh or not, and why; where it comes from; where it shows. */
export function report(
  subject: Subject,
  {verdict, from, to}: {verdict: Verdict; from: Branch; to: Branch},
  project: Project,
  look: Look
): string {
  const {paint} = painter(look);
  return [
    ...wrap(titleOf(subject, project), look.width).map((line) => paint(line, "bold")),
    ...sayVerdict(verdict, look),
    "",
    paint("D’où cela vient", "bold"),
    ...tree(from, look),
    ...(to.branches.length > 0
      ? ["", paint("Où cela se montre", "bold"), ...tree(to, look)]
      : [subject.kind === "page" ? "" : `\n${paint("Où cela se montre", "bold")}\n${nowhere(project)}`].filter(
          Boolean
        )),
    ...(isRepeatedIn(from) || isRepeatedIn(to) ? ["", paint("↑ : déjà détaillé plus haut.", "dim")] : [])
  ].join("\n");
}

function nowhere({builtAt}: Project): string {
  return builtAt === null ? "Le site n’a pas encore été construit : npm run build" : "Nulle part dans le dernier site.";
}

function titleOf({kind, name}: Subject, {indicators, humanIndicators, pages}: Project): string {
  if (kind === "table") {
    const grain = name in tables ? tables[name as TableName].grain : "table de passage, qui n’est pas publiée";
    return `Table ${name} (${grain})`;
  }
  if (kind === "figure") return `Figure ${name}`;
  if (kind === "page") {
    const title = pages.pages[name]?.title;
    return `Page ${shown(name)}${title ? ` (${title})` : ""}`;
  }
  const known = indicators.find(({id}) => id === name);
  if (known) return `Indicateur ${name} (${known.name})`;
  return `Indicateur humain ${humanIndicators.find(({id}) => id === name)?.id ?? name}`;
}

function sayVerdict({state, at, reasons, commands}: Verdict, look: Look): string[] {
  const {paint} = painter(look);
  const type = commands.length > 0 ? `Tapez : ${commands.join(" && ")}` : "";
  const when = at === null ? "" : momentOf(at);
  if (state === "fresh")
    return wrap(`À jour. Fait le ${when} ; depuis, rien de ce dont cela dépend n’a changé.`, look.width).map((line) =>
      paint(line, "fresh")
    );
  if (state === "never") return wrap(`Jamais fait. ${type}`, look.width).map((line) => paint(line, "stale"));
  if (state === "unknown")
    return wrap(`Fait le ${when}, mais rien ne dit plus de quoi. ${type}`, look.width).map((line) =>
      paint(line, "stale")
    );
  const listed = reasons.slice(0, most.reasons).flatMap((reason) => wrap(reason, look.width, "  · ", "    "));
  const rest = reasons.length - most.reasons;
  return [
    ...wrap(`À refaire. Fait le ${when} ; depuis :`, look.width).map((line) => paint(line, "stale")),
    ...listed,
    ...(rest > 0 ? [`  · et ${rest} ${rest > 1 ? "autres changements" : "autre changement"}`] : []),
    ...wrap(type, look.width)
  ];
}

/** A moment in Paris: `26 novembre 2026 à 02:45`. */
function momentOf(iso: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("fr-FR", {timeZone: "Europe/Paris", ...options}).format(new Date(iso));
  const day = part({day: "numeric", month: "long", year: "numeric"});
  return `${day} à ${part({hour: "2-digit", minute: "2-digit"})}`;
}

function tree(top: Branch, look: Look, first = "", next = ""): string[] {
  const {paint} = painter(look);
  const facts = top.isRepeated && hasMore(top) ? ["↑"] : top.facts;
  const text = [top.name, ...facts].join(" · ");
  const below = shortened(top.branches);
  const [head = "", ...tail] = wrap(text, look.width, first, `${next}${below.length > 0 ? "│  " : "   "}`);
  const named = head.startsWith(first + top.name)
    ? paint(first, "dim") + paint(top.name, "bold") + head.slice(first.length + top.name.length)
    : head;
  const lines = below.flatMap((branch, i) => {
    const isLast = i === below.length - 1;
    return tree(branch, look, `${next}${isLast ? "└─ " : "├─ "}`, `${next}${isLast ? "   " : "│  "}`);
  });
  return [named, ...tail, ...lines];
}

/** Files and pages have nothing beyond them that a second mention could spare. */
function hasMore({kind}: Branch): boolean {
  return kind !== "file" && kind !== "source" && kind !== "page";
}

/** Many places at the end of the way are counted, not listed. */
function shortened(branches: readonly Branch[]): Branch[] {
  const ends = branches.filter(({kind, branches: below}) => (kind === "page" || kind === "file") && below.length === 0);
  const rest = ends.length - most.places;
  if (rest < 2) return [...branches];
  const dropped = new Set(ends.slice(most.places));
  const words = ends[0]?.kind === "file" ? "autres fichiers" : "autres pages";
  const more: Branch = {kind: "page", name: `… et ${rest} ${words}`, facts: [], isRepeated: false, branches: []};
  return [...branches.filter((branch) => !dropped.has(branch)), more];
}

function isRepeatedIn(branch: Branch): boolean {
  return (branch.isRepeated && hasMore(branch)) || branch.branches.some(isRepeatedIn);
}

/** Lines of a text, cut between words. */
function wrap(text: string, width: number, first = "", next = first): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(" ").filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
}

function painter({hasColors}: Look): {paint: (text: string, style: Style) => string} {
  return {
    paint: (text, style) => (hasColors && text !== "" ? `\u001b[${styles[style]}m${text}\u001b[0m` : text)
  };
}
