/** A value that a query can be bound to. */
export type BoundValue = string | number | boolean | null;

/**
 * Makes a query of a tagged template: each value becomes a numbered parameter, and is never pasted into the text.
 *
 * @param strings The pieces of text around the values.
 * @returns The text with `$1`, `$2` … in the place of the values. Dates are bound as ISO text, undefined as null.
 * @throws {TypeError} On a value that is not a text, a number, a boolean, a date or null.
 */
export function bindValues(
  strings: readonly string[],
  values: readonly unknown[]
): {text: string; values: BoundValue[]} {
  const text = strings.map((piece, i) => (i < values.length ? `${piece}$${i + 1}` : piece)).join("");
  return {text, values: values.map(toBound)};
}

function toBound(value: unknown, i: number): BoundValue {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString().replace("T00:00:00.000Z", "");
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value as BoundValue;
  throw new TypeError(
    `sql : un texte, un nombre, une date, vrai ou faux est attendu pour $${i + 1}, reçu ${Array.isArray(value) ? "une liste" : typeof value}. ` +
      "Pour une liste, passez un texte : WHERE list_contains(string_split(${liste.join(\",\")}, ','), colonne)."
  );
}
