import {isObject, type Json} from "./decp-values.js";

/** The objects of a list; a lone object counts as a list of one. */
export function listOf(value: unknown): Json[] {
  if (isObject(value)) return [value];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value when it is an object; else an empty one. */
export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** True when an object says anything at all. */
export function hasContent(object: Json): boolean {
  return Object.values(object).some((value) => (value ?? null) !== null);
}
