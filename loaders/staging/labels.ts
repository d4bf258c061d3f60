import {cpvClassesWithLeadingZero, cpvDivisions} from "../../src/lib/cpv.js";
import {spellings} from "../../src/lib/enumerations.js";
import {literal} from "../duckdb.js";

type Labels = Parameters<typeof spellings>[0];

/** SQL expression that gives the canonical label of a declared text; null when the enumeration does not know it. */
export function canonicalLabel(labels: Labels, expression: string): string {
  return `(${labelMap(labels)})[fold(${expression})]`;
}

/**
 * SQL expression that gives the canonical labels of a list of declared texts, in alphabetical order and joined by
 * "; "; null when the list is empty or the enumeration knows none of them.
 *
 * @param denial The label that says "none": left out beside another one, which contradicts it.
 */
export function canonicalLabels(labels: Labels, expression: string, denial: string): string {
  const known = `list_sort(list_distinct(list_transform(${expression}, x -> (${labelMap(labels)})[fold(x)])))`;
  const others = `array_to_string(list_filter(${known}, x -> x IS NOT NULL AND x <> ${literal(denial)}), '; ')`;
  return `CASE WHEN len(${expression}) > 0 THEN
    coalesce(nullif(${others}, ''), CASE WHEN list_contains(${known}, ${literal(denial)}) THEN ${literal(denial)} END) END`;
}

/** SQL expression that gives a CPV code of eight digits; null when none can be read. Twin of `repairCpv`. */
export function cpvCode(expression: string): string {
  const digits = `regexp_replace(regexp_replace(${expression}, '\\s', '', 'g'), '-[0-9]$', '')`;
  return `CASE
    WHEN regexp_matches(${digits}, '^[0-9]{8}$') AND list_contains([${literals(Object.keys(cpvDivisions))}], left(${digits}, 2)) THEN ${digits}
    WHEN regexp_matches(${digits}, '^[0-9]{7}$') AND list_contains([${literals(cpvClassesWithLeadingZero)}], '0' || left(${digits}, 3)) THEN '0' || ${digits}
  END`;
}

function labelMap(labels: Labels): string {
  return `MAP {${spellings(labels)
    .map(([folded, label]) => `${literal(folded)}: ${literal(label)}`)
    .join(", ")}}`;
}

function literals(texts: readonly string[]): string {
  return texts.map(literal).join(", ");
}
