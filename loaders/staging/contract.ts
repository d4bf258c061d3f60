import {identifierSchemes, natures, procedures, spellings} from "../../src/lib/enumerations.js";
import {cpvClassesWithLeadingZero, cpvDivisions} from "../../src/lib/cpv.js";
import {literal} from "../duckdb.js";

/** SQL expression that gives the canonical label of a declared text; null when the enumeration does not know it. */
export function canonicalLabel(labels: Parameters<typeof spellings>[0], expression: string): string {
  const entries = spellings(labels).map(([folded, label]) => `${literal(folded)}: ${literal(label)}`);
  return `(MAP {${entries.join(", ")}})[fold(${expression})]`;
}

/** SQL expression that gives a CPV code of eight digits; null when none can be read. Twin of `repairCpv`. */
export function cpvCode(expression: string): string {
  const digits = `regexp_replace(regexp_replace(${expression}, '\\s', '', 'g'), '-[0-9]$', '')`;
  return `CASE
    WHEN regexp_matches(${digits}, '^[0-9]{8}$') AND left(${digits}, 2) IN (${literals(Object.keys(cpvDivisions))}) THEN ${digits}
    WHEN regexp_matches(${digits}, '^[0-9]{7}$') AND '0' || left(${digits}, 3) IN (${literals(cpvClassesWithLeadingZero)}) THEN '0' || ${digits}
  END`;
}

function literals(texts: readonly string[]): string {
  return texts.map(literal).join(", ");
}

/** One row per accepted record: our names, types and units; the declared text beside each typed or repaired value. */
export const contractSql = `
WITH declared AS (
  SELECT *, text_of(id) AS contract_id, text_of(buyer_id) AS buyer_siret,
    regexp_replace(buyer_id, '[^0-9A-Za-z]', '', 'g') AS buyer_digits,
    amount_of(amount) AS amount_declared, day_of(notified_on) AS notified_day
  FROM decp
), identified AS (
  SELECT *, CASE WHEN length(buyer_digits) IN (9, 14) AND is_siren(left(buyer_digits, 9)) THEN left(buyer_digits, 9) END AS buyer_siren
  FROM declared
)
SELECT rid, source_id, record_number, kind, contract_id, buyer_siret, buyer_siren,
  coalesce(buyer_siren, buyer_siret, 'acheteur-inconnu') AS buyer_key,
  coalesce(buyer_siren, buyer_siret, 'acheteur-inconnu') || '-' || coalesce(
    contract_id,
    'sans-id-' || left(md5(concat_ws(chr(31), kind, object, amount, notified_on, holders::VARCHAR)), 12)
  ) AS contract_uid,
  text_of(object) AS object,
  cpv AS cpv_declared, ${cpvCode("cpv")} AS cpv,
  nature AS nature_declared, ${canonicalLabel(natures, "nature")} AS nature,
  procedure AS procedure_declared, ${canonicalLabel(procedures, "procedure")} AS "procedure",
  coalesce(fold(nature) = 'accord cadre', false) OR coalesce(contains(fold(array_to_string(techniques, '/')), 'accord cadre'), false) AS is_framework,
  notified_on AS notified_declared, notified_day AS notified_on,
  published_on AS published_declared, day_of(published_on) AS published_on,
  quantity_of(duration_months) AS duration_months,
  TRY_CAST(quantity_of(offers_received) AS INTEGER) AS offers_received,
  amount AS amount_text, amount_declared,
  CASE WHEN amount_declared > 10 THEN amount_declared END AS amount_kept,
  CASE WHEN coalesce(amount_declared, 0) = 0 THEN 'missing' WHEN amount_declared <= 10 THEN 'placeholder' END AS amount_issue,
  text_of(platform) AS platform, len(modifications) AS own_modification_count, notes
FROM identified`;

/**
 * One row per holder of a record, in declared order; a record that names none has one row without identifier. Gives the
 * legal unit where the identifier holds one, and the rule that repaired or set aside the identifier.
 */
export const holderSql = `
WITH named AS (
  SELECT rid, UNNEST(generate_series(1, greatest(len(holders), 1))) AS n,
    UNNEST(CASE WHEN len(holders) = 0 THEN [{'id': NULL::VARCHAR, 'scheme': NULL::VARCHAR, 'name': NULL::VARCHAR}] ELSE holders END) AS holder
  FROM decp
), declared AS (
  SELECT rid, n, holder.id AS id_declared, text_of(holder.name) AS name,
    upper(regexp_replace(coalesce(holder.id, ''), '[^0-9A-Za-z]', '', 'g')) AS code,
    ${canonicalLabel(identifierSchemes, "holder.scheme")} AS scheme
  FROM named
), checked AS (
  SELECT *, is_siren(left(code, 9)) AS holds_siren, is_siret(code) AS holds_siret,
    coalesce(scheme, 'SIRET') = 'SIRET' AS is_french
  FROM declared
), judged AS (
  SELECT *, CASE
    WHEN code = '' THEN 'supplier-id-missing'
    WHEN NOT is_french THEN CASE WHEN scheme = 'TVA' AND holds_siret THEN 'supplier-id-wrong-scheme' END
    WHEN holds_siret THEN NULL
    WHEN NOT holds_siren THEN 'supplier-id-malformed'
    WHEN regexp_matches(code, '^[0-9]{14}$') AND right(code, 5) = left(code, 5) THEN 'supplier-id-siren-plus-prefix'
    WHEN regexp_matches(code, '^[0-9]{13}[A-Z]$') THEN 'supplier-id-siren-plus-ape'
    WHEN regexp_matches(code, '^[0-9]{14}$') THEN 'supplier-id-bad-key'
    ELSE 'supplier-id-incomplete'
  END AS id_issue, CASE
    WHEN is_french AND holds_siren THEN left(code, 9)
    WHEN scheme = 'TVA' AND holds_siret THEN left(code, 9)
    WHEN scheme = 'TVA' AND regexp_matches(code, '^FR[0-9A-Z]{2}[0-9]{9}$') AND is_siren(right(code, 9)) THEN right(code, 9)
  END AS siren
  FROM checked
)
SELECT rid, n, id_declared, name, siren, id_issue, CASE
    WHEN siren IS NOT NULL THEN siren
    WHEN code = '' OR (is_french AND length(code) < 9) THEN 'inconnu'
    ELSE coalesce(scheme, 'SIRET') || ':' || code
  END AS supplier_id
FROM judged`;

/**
 * One row per modification that a record declares. `occurrence` numbers those that a record declares twice with the
 * same id, date and amount, so that they stay apart when records are merged.
 */
export const modificationSql = `
WITH declared AS (
  SELECT rid, UNNEST(generate_series(1, len(modifications))) AS position, UNNEST(modifications) AS modification FROM decp
)
SELECT rid, position, text_of(modification.id) AS id, text_of(modification.object) AS object,
  modification.notified_on AS notified_declared, day_of(modification.notified_on) AS notified_on,
  day_of(modification.published_on) AS published_on, quantity_of(modification.duration_months) AS duration_months,
  amount_of(modification.amount) AS amount_declared,
  row_number() OVER (PARTITION BY rid, modification.id, modification.notified_on, modification.amount ORDER BY position) AS occurrence
FROM declared`;
