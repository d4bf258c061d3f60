import type {DuckDBConnection} from "@duckdb/node-api";
import {maybeLegalForm} from "../../src/lib/legal-forms.js";
import {sizeClassOfBand} from "../../src/lib/size-bands.js";
import {createTableOf, literal, query} from "../duckdb.js";
import {registerFields, registerLayouts, type RegisterLayout} from "../sources/sirene.js";
import {placeFinder, readCommunes, type DeclaredPlace} from "./communes.js";
import {damaged} from "./csv.js";
import {openRegister, registerError, type RegisterFile} from "./register-file.js";

/** Dates that say "unknown": INSEE's register began later. */
const unknownDay = "1900-01-01";

/**
 * Stages the legal units of the registers whose SIREN a holder has; a table of 28 million units keeps only those.
 * Makes `staged_sirene` (one row per file and SIREN), what its codes mean (`legal_forms`, `size_bands`,
 * `register_places`), and `register_files` (rows of each file).
 *
 * @param files In the order in which they were given; of two, the later one wins.
 * @throws {Error} When a line has another number of cells, a SIREN has not nine digits, or one in use stands twice.
 */
export async function stageSirene(db: DuckDBConnection, files: readonly RegisterFile[]): Promise<void> {
  await db.run(
    `CREATE TABLE staged_sirene (source_id VARCHAR, rank INTEGER, siren VARCHAR, name VARCHAR, legal_form VARCHAR,
       naf VARCHAR, place VARCHAR, size_band VARCHAR,
       enterprise_category VARCHAR, is_ess_mentioned BOOLEAN, has_ess_mention BOOLEAN, created_on DATE,
       is_closed BOOLEAN, is_hidden BOOLEAN)`
  );
  await db.run("CREATE TABLE register_files (source_id VARCHAR, n INTEGER)");
  for (const [rank, file] of files.entries()) await stageFile(db, file, rank);
  await explainCodes(db);
}

async function stageFile(db: DuckDBConnection, file: RegisterFile, rank: number): Promise<void> {
  let cells = 0;
  try {
    const {columns, rows} = await openRegister(db, file);
    cells = columns.length;
    await stageRows(db, file, rank, columns, rows);
  } catch (error) {
    throw registerError(file, cells, error);
  }
}

async function stageRows(
  db: DuckDBConnection,
  file: RegisterFile,
  rank: number,
  columns: readonly string[],
  rows: string
): Promise<void> {
  const layout = registerLayouts.find((known) => known.columns.every((column) => columns.includes(column)));
  if (!layout) throw damaged(file, 1, "les colonnes d’un extrait Sirene", columns.join(", "));
  const bad = "NOT coalesce(regexp_full_match(siren::VARCHAR, '[0-9]{9}'), false)";
  const [counted] = await query(
    db,
    `SELECT count(*)::INTEGER AS n, count(*) FILTER (${bad})::INTEGER AS bad FROM ${rows}`
  );
  if (counted?.bad) await throwAtFirstBad(db, file, `SELECT siren::VARCHAR AS siren, ${bad} AS is_bad FROM ${rows}`);
  await db.run(`INSERT INTO register_files VALUES (${literal(file.sourceId)}, ${Number(counted?.n)})`);
  const words = registerFields.map((field) => `${wordOf(layout, columns, field)} AS ${field}`);
  words.push(`${columns.includes(layout.names.ess_mention ?? "")} AS has_ess_mention`);
  await db.run(
    `INSERT INTO staged_sirene SELECT ${literal(file.sourceId)}, ${rank}, ${stagedColumns}
     FROM (SELECT ${words.join(", ")} FROM ${rows} WHERE siren::VARCHAR IN (SELECT siren FROM staged_holder))`
  );
  const [twice] = await query(
    db,
    `SELECT siren FROM staged_sirene WHERE rank = ${rank} GROUP BY siren HAVING count(*) > 1 ORDER BY siren LIMIT 1`
  );
  if (twice)
    throw new Error(
      `${file.name} : attendu une ligne par SIREN, trouvé ${twice.siren} deux fois. Téléchargez de nouveau l’extrait.`
    );
}

const stagedColumns = `siren, name, legal_form, CASE WHEN regexp_full_match(naf, '[0-9]{2}\\.[0-9]{2}[A-Z]') AND naf <> '00.00Z' THEN naf END,
  CASE WHEN coalesce(commune_code, commune_name, postcode) IS NOT NULL THEN json_object('commune_code', commune_code, 'commune_name', commune_name, 'postcode', postcode)::VARCHAR END,
  CASE WHEN size_band IN (${Object.keys(sizeClassOfBand).map(literal).join(", ")}) THEN size_band END,
  CASE WHEN enterprise_category IN ('PME', 'ETI', 'GE') THEN enterprise_category END,
  CASE WHEN lower(ess_mention) IN ('o', 'oui', 'true', '1') THEN true WHEN lower(ess_mention) IN ('n', 'non', 'false', '0') THEN false END,
  has_ess_mention,
  CASE WHEN created_on <> ${literal(unknownDay)} THEN TRY_CAST(left(created_on, 10) AS DATE) END,
  CASE state WHEN 'C' THEN true WHEN 'A' THEN false END,
  coalesce(diffusion <> 'O', false)`;

/** A cell as text; null when empty or when the register hides it, or when the table has no such column. */
function wordOf({names}: RegisterLayout, header: readonly string[], field: (typeof registerFields)[number]): string {
  const name = names[field];
  if (name === undefined || !header.includes(name)) return "NULL::VARCHAR";
  const cell = `text_of("${name}"::VARCHAR)`;
  return `CASE WHEN NOT starts_with(${cell}, '[N') THEN ${cell} END`;
}

async function throwAtFirstBad(db: DuckDBConnection, file: RegisterFile, marked: string): Promise<never> {
  const [row] = await query(
    db,
    `SELECT n::INTEGER AS n, siren FROM (SELECT *, row_number() OVER () AS n FROM (${marked})) WHERE is_bad ORDER BY n LIMIT 1`
  );
  throw damaged(file, Number(row?.n) + 1, "un SIREN de neuf chiffres", String(row?.siren ?? ""));
}

/** What the codes in use mean; France's communes are read only when there is a place to find. */
async function explainCodes(db: DuckDBConnection): Promise<void> {
  const forms = await query(db, "SELECT DISTINCT legal_form FROM staged_sirene WHERE legal_form IS NOT NULL");
  await createTableOf(
    db,
    "legal_forms",
    {
      legal_form: "VARCHAR",
      label: "VARCHAR",
      is_legal_person: "BOOLEAN",
      is_association: "BOOLEAN",
      is_cooperative: "BOOLEAN",
      is_social_economy: "BOOLEAN"
    },
    forms.flatMap(({legal_form}) => {
      const form = maybeLegalForm(legal_form as string);
      if (!form) return [];
      const {label, isLegalPerson, isAssociation, isCooperative, isSocialEconomy} = form;
      return {
        legal_form,
        label,
        is_legal_person: isLegalPerson,
        is_association: isAssociation,
        is_cooperative: isCooperative,
        is_social_economy: isSocialEconomy
      };
    })
  );
  await createTableOf(
    db,
    "size_bands",
    {size_band: "VARCHAR", size_class: "VARCHAR"},
    Object.entries(sizeClassOfBand).map(([size_band, size_class]) => ({size_band, size_class}))
  );
  const places = await query(db, "SELECT DISTINCT place FROM staged_sirene WHERE place IS NOT NULL");
  const find = places.length > 0 ? placeFinder(readCommunes()) : null;
  const text = "VARCHAR";
  await createTableOf(
    db,
    "register_places",
    {
      place: text,
      commune_code: text,
      commune_name: text,
      department_code: text,
      region_code: text
    },
    places.map(({place}) => ({place, ...find?.(JSON.parse(place as string) as DeclaredPlace)}))
  );
}
