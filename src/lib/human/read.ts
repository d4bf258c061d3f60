import type {CriterionId, HumanDefinition} from "./definition.js";

/** One field of a definition that is not as expected: its path (`comparison.kind`; empty for the whole), and what is wrong. */
export interface DefinitionProblem {
  path: string;
  message: string;
}

/** Looks at one value and adds to the problems what is wrong with it. */
type Check = (value: unknown, path: string, problems: DefinitionProblem[]) => void;

/** No control character, and none that turns the direction of writing around: what is read is what is written. */
const line = /^(?=[^\p{Cc}]*\S)[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u;
const lines = /^(?=[^]*\S)(?:[^\p{Cc}\u202A-\u202E\u2066-\u2069]|\n)+$/u;
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const address = /^https?:\/\/[^\s"<>]+$/;
const columnName = /^[a-z][a-z0-9_]*$/;

const criterionIds = [
  "simple",
  "picture",
  "place",
  "measurable",
  "worse",
  "comparable",
  "owned"
] as const satisfies readonly CriterionId[];

const filter: Check = (value, path, problems) => {
  if (!isObject(value)) return refuse(problems, path, "des colonnes et leurs valeurs", value);
  const entries = Object.entries(value);
  if (entries.length > 5) refuse(problems, path, "5 colonnes au plus", entries.length);
  for (const [column, wanted] of entries) {
    const at = join(path, column);
    if (!columnName.test(column)) refuse(problems, at, "un nom de colonne", column);
    if (typeof wanted === "string") text(200)(wanted, at, problems);
    else if (!isNumber(wanted)) refuse(problems, at, "un texte ou un nombre", wanted);
  }
};

const comparisons: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  none: {},
  previous: {column: text(60, columnName, "un nom de colonne")},
  target: {value: number, year: integer(1900, 2200), source: text(500, address, "une adresse https://")},
  other: {filter, label: text(120)}
};

const comparison: Check = (value, path, problems) => {
  const kind = isObject(value) ? value.kind : undefined;
  const fields = typeof kind === "string" && Object.hasOwn(comparisons, kind) ? comparisons[kind] : undefined;
  if (!isObject(value)) refuse(problems, path, "une comparaison et sa sorte (kind)", value);
  else if (!fields) refuse(problems, join(path, "kind"), `l’un de ${Object.keys(comparisons).join(", ")}`, kind);
  else object({kind: () => {}, ...fields})(value, path, problems);
};

const fields: Readonly<Record<keyof HumanDefinition, Check>> = {
  id: text(60, kebab, "des minuscules, chiffres et traits d’union"),
  version: integer(1, 999),
  title: text(160),
  sentence: text(400),
  measure: text(60, kebab, "l’identifiant d’un indicateur technique"),
  filter,
  comparison,
  equivalence: (value, path, problems) => {
    if (value !== null) text(60, kebab, "la clé d’une équivalence, ou rien")(value, path, problems);
  },
  badNews: text(800, lines),
  owner: text(200),
  lever: text(800, lines),
  gaming: text(800, lines),
  origin: oneOf(["exemple", "atelier"]),
  criteria: object(Object.fromEntries(criterionIds.map((id) => [id, oneOf([0, 1, 2])])))
};

/**
 * Everything that keeps a value from being a definition, in the order of its fields.
 *
 * @param value Anything: what JSON, YAML or a link held. It is read as data, never run.
 * @returns Empty when it is a definition. Its measure and its slots are not looked up: see `evaluate` and `sayIt`.
 */
export function definitionProblems(value: unknown): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  object(fields)(value, "", problems);
  return problems;
}

/**
 * Reads a human indicator from data that anyone may have written. `definition.schema.json` describes the same.
 *
 * @throws {RangeError} On anything else than a definition: each field that is wrong, with its path, one per line.
 */
export function readDefinition(value: unknown): HumanDefinition {
  const problems = definitionProblems(value);
  if (problems.length > 0)
    throw new RangeError(problems.map(({path, message}) => `${path || "définition"} : ${message}.`).join("\n"));
  return structuredClone(value) as HumanDefinition;
}

function object(known: Readonly<Record<string, Check>>): Check {
  return (value, path, problems) => {
    if (!isObject(value)) return refuse(problems, path, "un objet", value);
    for (const key of Object.keys(value))
      if (!Object.hasOwn(known, key)) refuse(problems, path, `les seules clés ${Object.keys(known).join(", ")}`, key);
    for (const [key, check] of Object.entries(known))
      if (Object.hasOwn(value, key)) check(value[key], join(path, key), problems);
      else refuse(problems, path, `la clé « ${key} »`, "rien");
  };
}

function text(longest: number, pattern: RegExp = line, words = "un texte sans caractère de commande"): Check {
  return (value, path, problems) => {
    if (typeof value !== "string") return refuse(problems, path, "un texte", value);
    const length = [...value].length;
    if (length === 0 || length > longest) refuse(problems, path, `de 1 à ${longest} caractères`, length);
    else if (!pattern.test(value)) refuse(problems, path, words, value);
  };
}

function number(value: unknown, path: string, problems: DefinitionProblem[]): void {
  if (!isNumber(value)) refuse(problems, path, "un nombre", value);
}

function integer(low: number, high: number): Check {
  return (value, path, problems) => {
    if (!Number.isInteger(value) || Number(value) < low || Number(value) > high)
      refuse(problems, path, `un nombre entier de ${low} à ${high}`, value);
  };
}

function oneOf(allowed: readonly (string | number)[]): Check {
  return (value, path, problems) => {
    if (!allowed.includes(value as string | number)) refuse(problems, path, `l’un de ${allowed.join(", ")}`, value);
  };
}

function refuse(problems: DefinitionProblem[], path: string, expected: string, found: unknown): void {
  problems.push({path, message: `attendu ${expected}, trouvé ${shown(found)}`});
}

function shown(found: unknown): string {
  if (found === undefined) return "rien";
  if (found !== null && typeof found === "object") return Array.isArray(found) ? "une liste" : "un objet";
  const words = String(found);
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
