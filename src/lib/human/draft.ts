import type {Comparison, CriterionId, HumanDefinition} from "./definition.js";
import {definitionProblems, readDefinition, type DefinitionProblem} from "./read.js";

/** What a group has so far: a definition whose texts may still be empty, and what only the proposal says. */
export interface Draft {
  definition: HumanDefinition;
  /** Key of the college that proposes; empty until it is chosen. */
  college: string;
  /** What the group said, in its own words; may be empty. */
  verbatim: string;
}

/** Texts of a definition that a group fills in. */
const texts = ["id", "title", "sentence", "measure", "badNews", "owner", "lever", "gaming"] as const;

/** Stands for an empty text while the rest is checked. */
const standIn = "a";
const longest = {college: 60, verbatim: 2000};

/** A draft of which nothing is written yet. */
export const blankDraft: Draft = {
  definition: {
    id: "",
    version: 1,
    title: "",
    sentence: "",
    measure: "",
    filter: {},
    comparison: {kind: "none"},
    equivalence: null,
    badNews: "",
    owner: "",
    lever: "",
    gaming: "",
    origin: "exemple",
    criteria: {simple: 0, picture: 0, place: 0, measurable: 0, worse: 0, comparable: 0, owned: 0}
  },
  college: "",
  verbatim: ""
};

/**
 * Reads a draft from data that anyone may have written: a link, a file.
 *
 * @throws {RangeError} On anything else: each field that is wrong, one per line.
 */
export function readDraft(value: unknown): Draft {
  const {definition, college, verbatim, ...rest} = objectOf(value, "proposition");
  const others = Object.keys(rest);
  if (others.length > 0) throw new RangeError(`proposition : la clé « ${others[0]} » n’est pas attendue.`);
  const filled = {...objectOf(definition, "definition")};
  const blanks = texts.filter((key) => filled[key] === "");
  for (const key of blanks) filled[key] = standIn;
  const comparison = filled.comparison;
  filled.comparison = withStandIns(comparison);
  const read = readDefinition(filled);
  const own = filled.comparison === comparison ? null : {comparison: structuredClone(comparison) as Comparison};
  return {
    definition: {...read, ...Object.fromEntries(blanks.map((key) => [key, ""])), ...own},
    college: textOf(college, "college"),
    verbatim: textOf(verbatim, "verbatim")
  };
}

/**
 * What keeps a draft from being a proposal, in the order of its fields; empty when nothing does.
 */
export function draftProblems({definition, college}: Draft): DefinitionProblem[] {
  const own = definitionProblems(definition);
  return college === "" ? [...own, {path: "college", message: "attendu un collège, trouvé rien"}] : own;
}

/** Words as an identifier: `L’écart, à Paris` is `l-ecart-a-paris`; at most 60 letters, cut between words. */
export function slugOf(words: string): string {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe");
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[-0-9]+|-+$/g, "");
  return slug.length <= 60
    ? slug
    : slug
        .slice(0, 61)
        .replace(/-[^-]*$/, "")
        .slice(0, 60);
}

/** A draft with some fields of its definition changed; its identifier follows its title, unless it was given another. */
export function withDefinition(draft: Draft, part: Partial<HumanDefinition>): Draft {
  const {definition} = draft;
  const follows = definition.id === slugOf(definition.title);
  const id = follows && part.title !== undefined ? slugOf(part.title) : definition.id;
  return {...draft, definition: {...definition, id, ...part}};
}

/** A draft with one criterion changed. */
export function withCriterion(draft: Draft, id: CriterionId, score: 0 | 1 | 2): Draft {
  return withDefinition(draft, {criteria: {...draft.definition.criteria, [id]: score}});
}

/** A comparison whose texts are still empty, with something in their place; any other as it is. */
function withStandIns(comparison: unknown): unknown {
  if (comparison === null || typeof comparison !== "object") return comparison;
  if ("source" in comparison && comparison.source === "") return {...comparison, source: "https://a"};
  return "label" in comparison && comparison.label === "" ? {...comparison, label: standIn} : comparison;
}

function objectOf(value: unknown, path: string): Record<string, unknown> {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new RangeError(`${path} : attendu un objet, trouvé ${Array.isArray(value) ? "une liste" : typeof value}.`);
  return value as Record<string, unknown>;
}

function textOf(value: unknown, key: keyof typeof longest): string {
  if (typeof value !== "string" || value.length > longest[key])
    throw new RangeError(`${key} : attendu un texte d’au plus ${longest[key]} caractères.`);
  return value;
}
