import {existsSync} from "node:fs";
import {isInUse, isOver, type State} from "../lib/agora/life.js";
import {actors, stateWords} from "../lib/agora/words.js";
import type {Row, TableName, Tables} from "../lib/schema.js";
import {agoraTables} from "../lib/tables/agora.js";
import {lastReport, lastRows} from "../methode/last-build.js";
import {safe} from "../methode/markup.js";

/** The register of the Agora as its pages read it. */
export interface Register extends Pick<Tables, keyof typeof agoraTables & TableName> {
  /** Day of the data build, `YYYY-MM-DD`: a session after it is to come. */
  today: string;
  /** Whether an indicator of this site has a passport page. */
  hasPassport: (indicator: string) => boolean;
}

/** The register of the last data build; without a row when there is none. */
export function lastRegister(): Register {
  const names = Object.keys(agoraTables) as (keyof typeof agoraTables)[];
  const tables = Object.fromEntries(names.map((name) => [name, lastRows(name) ?? []])) as unknown as Register;
  return {
    ...tables,
    today: lastReport()?.generated_at.slice(0, 10) ?? "",
    hasPassport: (indicator) => existsSync(`src/indicators/human/${indicator}.ts`)
  };
}

/** Years of the register, the latest first. */
export function yearsOf({session}: Pick<Register, "session">): number[] {
  return [...new Set(session.map(({year}) => year))].toSorted((a, b) => b - a);
}

/** Name of a college, or of another who acts. */
export function actorName(id: string, colleges: readonly Row<"college">[]): string {
  const college = colleges.find(({college_id}) => college_id === id);
  return college ? `le collège ${college.name}` : (actors[id] ?? id);
}

/** A state as pages say it of an indicator. */
export function stateName(state: string): string {
  return stateWords[state as State]?.shown ?? state;
}

/** Whether a proposal became an indicator that has its passport on this site. */
export function hasOwnPassport(
  {indicator}: Pick<Row<"proposal">, "indicator">,
  {hasPassport}: Pick<Register, "hasPassport">
): boolean {
  return indicator !== null && hasPassport(indicator);
}

/** A proposal with its version when it is not the first, safe for a page; a link to its passport where there is one. */
export function proposalName(
  proposal: Pick<Row<"proposal">, "title" | "version" | "indicator">,
  register: Pick<Register, "hasPassport">
): string {
  const {title, version, indicator} = proposal;
  const words = safe(version > 1 ? `${title} (version ${version})` : title);
  return hasOwnPassport(proposal, register)
    ? `<a href="./indicateurs/${encodeURIComponent(indicator ?? "")}">${words}</a>`
    : words;
}

/** A college, or another who acts, as the subject of a line. */
export function actorFirst(id: string, colleges: readonly Row<"college">[]): string {
  const name = actorName(id, colleges);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A document’s link after what it is about; nothing where the register has none. */
export function documentLink(url: string | null): string {
  return url === null ? "" : ` (<a href="${safe(url)}">document</a>)`;
}

/** Groups in which pages show indicators, in the order of a life; every state belongs to one. */
export const groups: readonly {title: string; holds: (state: State) => boolean}[] = [
  {title: "En usage", holds: isInUse},
  {title: "En chemin vers un vote", holds: (state) => !isInUse(state) && !isOver(state) && state !== "adjourned"},
  {title: "Ajournés", holds: (state) => state === "adjourned"},
  {title: "Rejetés", holds: (state) => state === "rejected"},
  {title: "Remplacés par une nouvelle version", holds: (state) => state === "revised"},
  {title: "Retirés", holds: (state) => state === "retired"}
];
