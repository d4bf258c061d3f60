/** A parsed JSON object. */
export type Json = Record<string, unknown>;

/** True for an object that is neither null nor a list. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The producer's text of a single value: strings as they are, numbers as plain decimals, booleans as `true`/`false`.
 * One-element lists and one-key wrappers are opened; longer lists are joined by ", ", larger objects kept as JSON.
 *
 * @returns null when the value is absent, null or empty of content. Half a surrogate pair, which DuckDB refuses, becomes
 * the replacement character.
 */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.isWellFormed() ? value : value.toWellFormed();
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return decimalText(value);
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const texts = value.map(textOf).filter((text) => text !== null);
    return texts.length === 0 ? null : texts.join(", ");
  }
  const inside = Object.values(value as Json);
  if (inside.length === 0) return null;
  return inside.length === 1 ? textOf(inside[0]) : JSON.stringify(value);
}

/**
 * All texts in a list field, whatever wraps them: `["a"]`, `{"technique": ["a"]}`, `[{"technique": "a"}]`, `"a"`.
 *
 * @returns In order of appearance; empty and null entries are left out.
 */
export function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  const walk = (inside: unknown): void => {
    if (Array.isArray(inside)) inside.forEach(walk);
    else if (isObject(inside)) Object.values(inside).forEach(walk);
    else {
      const text = textOf(inside);
      if (text !== null && text.trim() !== "") texts.push(text);
    }
  };
  walk(value);
  return texts;
}

/**
 * The innermost objects of a polymorphic field: a lone object, a list, lists of lists, `{"titulaire": {…}}`,
 * `{"titulaire": […]}`, JSON written into a string. Texts that are not JSON are given as they are.
 *
 * @param isLeaf Says whether an object is one of those looked for; other objects are opened, empty ones left out.
 */
export function leavesOf(value: unknown, isLeaf: (object: Json) => boolean): (Json | string)[] {
  const leaves: (Json | string)[] = [];
  const walk = (inside: unknown): void => {
    if (Array.isArray(inside)) inside.forEach(walk);
    else if (typeof inside === "string") {
      const parsed = maybeJson(inside);
      if (parsed !== undefined) walk(parsed);
      else if (inside.trim() !== "") leaves.push(inside);
    } else if (typeof inside === "number") leaves.push(decimalText(inside));
    else if (isObject(inside)) {
      const object = trimmedKeys(inside);
      if (isLeaf(object)) leaves.push(object);
      else
        for (const wrapped of Object.values(object)) if (typeof wrapped === "object" && wrapped !== null) walk(wrapped);
    }
  };
  walk(value);
  return leaves;
}

/** The same object with blanks around its keys removed; on a clash the clean key wins. */
export function trimmedKeys(object: Json): Json {
  let isClean = true;
  for (const key in object) if (key !== trimmed(key)) isClean = false;
  if (isClean) return object;
  const clean: Json = {};
  for (const [key, value] of Object.entries(object)) {
    const name = trimmed(key);
    if (key === name || !(name in object)) clean[name] = value;
  }
  return clean;
}

/** The value of the first of the keys that is present and not null. */
export function first(object: Json, ...keys: string[]): unknown {
  for (const key of keys) {
    const value = object[key];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** A number as plain decimals, without exponent, in the shortest form that gives the same number back. */
function decimalText(value: number): string {
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign, head, tail = "", exponent] = parts;
  const digits = `${head}${tail}`;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0")}`;
}

function trimmed(key: string): string {
  const last = key.charCodeAt(key.length - 1);
  const start = key.charCodeAt(0);
  return last <= 32 || start <= 32 || last === 160 || start === 160 || start === 0xfeff ? key.trim() : key;
}

function maybeJson(text: string): unknown {
  const start = text.trimStart()[0];
  if ((start !== "{" && start !== "[") || text.length > 100_000 || /(?:[[{]\s*){30}/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
