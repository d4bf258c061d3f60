import {identifierSchemes} from "../../src/lib/enumerations.js";
import {literal} from "../duckdb.js";
import {canonicalLabel} from "./labels.js";

/** What producers write where there is no identifier; any other text without a digit may be somebody's name. */
const emptyAnswers = ["non disponible", "non renseigne", "non communique", "inconnu", "neant", "sans objet", "nc", "x"];

/** SQL expression of an identifier that may be published: a text without a digit is not shown. */
function publishable(id: string): string {
  return `CASE WHEN ${id} IS NULL OR ${id} = '' OR regexp_matches(${id}, '[0-9]') OR list_contains([${emptyAnswers
    .map(literal)
    .join(", ")}], fold(${id})) THEN ${id} ELSE 'texte sans chiffre, non publié' END`;
}

/**
 * SQL query that judges the identifiers of legal units: the SIREN where the identifier holds one, and the rule that
 * repaired or set aside the identifier.
 *
 * @param declared Query with at least the columns `id_declared` and `scheme_declared`; all of its columns come along,
 * with `code`, `scheme`, `siren`, `is_french` and `id_issue`.
 */
export function judgedIdentifiers(declared: string): string {
  return `
WITH declared AS (${declared}), read AS (
  SELECT * EXCLUDE (scheme_declared) REPLACE (${publishable("id_declared")} AS id_declared),
    upper(regexp_replace(coalesce(id_declared, ''), '[^0-9A-Za-z]', '', 'g')) AS code,
    ${canonicalLabel(identifierSchemes, "scheme_declared")} AS scheme
  FROM declared
), checked AS (
  SELECT *, is_siren(left(code, 9)) AS holds_siren, is_siret(code) AS holds_siret,
    coalesce(scheme, 'SIRET') = 'SIRET' AS is_french
  FROM read
)
SELECT * EXCLUDE (holds_siren, holds_siret), CASE
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
FROM checked`;
}

/**
 * One row per holder of a record, in declared order; a record that names none has one row without identifier.
 * `holder_count` is the number of rows of the record. Each
 * declared identifier is judged once, however many records have it.
 */
export const holderSql = `
WITH named AS MATERIALIZED (
  SELECT rid, greatest(len(holders), 1) AS holder_count, UNNEST(generate_series(1, greatest(len(holders), 1))) AS n,
    UNNEST(CASE WHEN len(holders) = 0 THEN [{'id': NULL::VARCHAR, 'scheme': NULL::VARCHAR, 'name': NULL::VARCHAR}] ELSE holders END) AS holder
  FROM decp
), judged AS (
  SELECT declared, declared_scheme, id_declared, siren, id_issue, CASE
      WHEN siren IS NOT NULL THEN siren
      WHEN code = '' OR (is_french AND length(code) < 9) OR NOT regexp_matches(code, '[0-9]') THEN 'inconnu'
      ELSE coalesce(scheme, 'SIRET') || ':' || code
    END AS supplier_id
  FROM (${judgedIdentifiers(`
    SELECT declared, declared_scheme, declared AS id_declared, declared_scheme AS scheme_declared
    FROM (SELECT DISTINCT holder.id AS declared, holder.scheme AS declared_scheme FROM named)`)})
)
SELECT rid, holder_count, n, id_declared, text_of(holder.name) AS name, siren, id_issue, supplier_id
FROM named LEFT JOIN judged
  ON declared IS NOT DISTINCT FROM holder.id AND declared_scheme IS NOT DISTINCT FROM holder.scheme`;
