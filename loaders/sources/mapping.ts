import {columnOf, folded, tableFields, type TableField} from "./table-columns.js";

/** What the columns of an unknown table mean: our field by their heading. */
export type Mapping = Readonly<Record<string, string>>;

/** The fields that messages name; those of subcontracting acts, which no free table has, may be mapped too. */
const usualFields = tableFields.filter((field) => !/ActeSousTraitance|SousTraitant/.test(field));

/** How to write a mapping file, for messages. */
export const mappingAdvice =
  "Écrivez un fichier de correspondance, par exemple correspondance.json : " +
  '{"N° du marché": "id", "Prix HT": "montant", "SIRET du fournisseur": "titulaire_id"}, ' +
  `et ajoutez --mapping correspondance.json. Champs possibles : ${usualFields.join(", ")}.`;

/**
 * Reads a mapping file: a JSON object with the table's headings as keys and our fields as values.
 *
 * @param text What the file holds.
 * @param name How messages name it.
 * @throws {Error} When it is no such object, or names a field that does not exist; the message is French and whole.
 */
export function readMapping(text: string, name: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(
      `${name} : attendu du JSON, trouvé un texte illisible (${(error as Error).message}). ${mappingAdvice}`,
      {cause: error}
    );
  }
  const entries = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (entries.length === 0)
    throw new Error(
      `${name} : attendu un objet JSON d’au moins une colonne, trouvé ${text.trim().slice(0, 60) || "rien"}. ${mappingAdvice}`
    );
  const fields = new Map<TableField, string>();
  for (const [heading, field] of entries) {
    const known = typeof field === "string" ? columnOf(field) : null;
    if (!known)
      throw new Error(
        `${name} : attendu un champ connu pour « ${heading} », trouvé « ${String(field)} ». Champs possibles : ${usualFields.join(", ")}.`
      );
    const other = known.rank === 1 ? fields.get(known.field) : undefined;
    if (other !== undefined)
      throw new Error(
        `${name} : attendu une colonne par champ, trouvé « ${other} » et « ${heading} » pour ${known.field}. Gardez-en une.`
      );
    if (known.rank === 1) fields.set(known.field, heading);
  }
  return Object.fromEntries(entries) as Mapping;
}

/** Headings that a mapping names and a table does not have. */
export function missingColumns(columns: readonly string[], mapping: Mapping): string[] {
  const names = new Set(columns.map(folded));
  return Object.keys(mapping).filter((heading) => !names.has(folded(heading)));
}

/**
 * The headings of a table with those that a mapping names replaced by our fields; a heading that already meant such a
 * field loses it.
 *
 * @returns null when there is no mapping or the table lacks one of its headings.
 */
export function mapped(columns: readonly string[], mapping: Mapping | null): string[] | null {
  if (mapping === null || missingColumns(columns, mapping).length > 0) return null;
  const fields = new Map(Object.entries(mapping).map(([heading, field]) => [folded(heading), field]));
  const taken = new Set([...fields.values()].map(keyOf));
  return columns.map((column) => fields.get(folded(column)) ?? (taken.has(keyOf(column)) ? "" : column));
}

function keyOf(heading: string): string {
  const column = columnOf(heading);
  return column ? `${column.field} ${column.rank}` : `? ${folded(heading)}`;
}
