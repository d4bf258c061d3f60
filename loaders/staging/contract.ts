import {
  consortiumTypes,
  environmentalClauses,
  natures,
  placeTypes,
  procedures,
  socialClauses
} from "../../src/lib/enumerations.js";
import {canonicalLabel, canonicalLabels, cpvCode} from "./labels.js";

/** Amounts beyond this are no amounts of a French public contract (ministry's consolidation, "montant invalide"). */
const largestAmount = 3_000_000_000;

/** Seven equal digits other than zero, or the row of the digits: what a keyboard gives, not a price. */
const fillerDigits = `^123456789|${runs("1245789")}`;

/** A run of 3 or of 6 is also a third of a round sum; beyond this amount it is none any more. */
const largestThird = 100_000_000;

function runs(digits: string): string {
  return [...digits].map((digit) => `${digit}{7}`).join("|");
}

/** Why an amount is not counted; null when it is. Reads `is_foreign`, `dialect` and `amount_declared`. */
const amountIssue = `CASE
    WHEN is_foreign THEN 'currency'
    WHEN dialect = 'city-list' THEN 'ceiling'
    WHEN coalesce(amount_declared, 0) = 0 THEN 'missing'
    WHEN amount_declared <= 10 THEN 'placeholder'
    WHEN amount_declared >= 1111111 AND regexp_matches(split_part(amount_declared::VARCHAR, '.', 1), '${fillerDigits}')
      OR amount_declared >= ${largestThird} AND regexp_matches(split_part(amount_declared::VARCHAR, '.', 1), '${runs("36")}')
      THEN 'filler'
    WHEN amount_declared > ${largestAmount} THEN 'too-large'
  END`;

/** The label of the method that an OCDS record gives beside its own words for the procedure; null without one. */
const ocdsMethod = canonicalLabel(procedures, "substr(list_filter(notes, note -> starts_with(note, 'method:'))[1], 8)");

/**
 * One row per accepted record: our names, types and units; the declared text beside each typed or repaired value. The
 * amount of a city list is a ceiling over several years, never an amount; one in another currency is none either.
 * Each spelling of a label is judged once, however many records have it.
 */
export const contractSql = `
WITH buyers AS (
  SELECT declared, CASE WHEN length(digits) IN (9, 14) AND is_siren(left(digits, 9)) THEN left(digits, 9) END AS buyer_siren
  FROM (
    SELECT buyer_id AS declared, regexp_replace(buyer_id, '[^0-9A-Za-z]', '', 'g') AS digits
    FROM decp WHERE buyer_id IS NOT NULL GROUP BY buyer_id
  )
), codes AS (
  SELECT declared, ${cpvCode("declared")} AS code
  FROM (SELECT DISTINCT cpv AS declared FROM decp WHERE cpv IS NOT NULL)
), natures AS (
  SELECT declared, ${canonicalLabel(natures, "declared")} AS label, fold(declared) = 'accord cadre' AS is_framework
  FROM (SELECT DISTINCT nature AS declared FROM decp WHERE nature IS NOT NULL)
), procedures AS (
  SELECT declared, ${canonicalLabel(procedures, "declared")} AS label
  FROM (SELECT DISTINCT procedure AS declared FROM decp WHERE procedure IS NOT NULL)
), frameworks AS (
  SELECT declared FROM (SELECT DISTINCT techniques AS declared FROM decp WHERE len(techniques) > 0)
  WHERE contains(fold(array_to_string(declared, '/')), 'accord cadre')
), forms AS (
  SELECT declared, ${canonicalLabel(consortiumTypes, "declared")} AS consortium_type
  FROM (SELECT DISTINCT consortium_type AS declared FROM decp WHERE consortium_type IS NOT NULL)
), places AS (
  SELECT declared, ${canonicalLabel(placeTypes, "declared")} AS place_type
  FROM (SELECT DISTINCT place_type AS declared FROM decp WHERE place_type IS NOT NULL)
), socials AS (
  SELECT declared, ${canonicalLabels(socialClauses, "declared", "Pas de considération sociale")} AS social_clauses
  FROM (SELECT DISTINCT social AS declared FROM decp WHERE len(social) > 0)
), environmentals AS (
  SELECT declared, ${canonicalLabels(environmentalClauses, "declared", "Pas de considération environnementale")} AS environmental_clauses
  FROM (SELECT DISTINCT environmental AS declared FROM decp WHERE len(environmental) > 0)
), declared AS (
  SELECT *, text_of(id) AS contract_id, text_of(buyer_id) AS buyer_siret,
    coalesce(len(list_filter(notes, note -> starts_with(note, 'currency:'))) > 0, false) AS is_foreign,
    amount_of(amount) AS amount_read, day_of(notified_on) AS notified_day
  FROM decp
), identified AS (
  SELECT *, CASE WHEN NOT is_foreign AND dialect IS DISTINCT FROM 'city-list' THEN amount_read END AS amount_declared
  FROM declared
), judged AS (
  SELECT *, ${amountIssue} AS amount_issue FROM identified
)
SELECT rid, source_id, record_number, kind, dialect, contract_id, buyer_siret, buyer_siren,
  coalesce(buyer_siren, buyer_siret, 'acheteur-inconnu') AS buyer_key,
  coalesce(buyer_siren, buyer_siret, 'acheteur-inconnu') || '-' || coalesce(
    contract_id,
    'sans-id-' || left(md5(concat_ws(chr(31), kind, object, amount, notified_on, holders::VARCHAR)), 12)
  ) AS contract_uid,
  text_of(object) AS object,
  cpv AS cpv_declared, codes.code AS cpv,
  nature AS nature_declared, natures.label AS nature,
  procedure AS procedure_declared, CASE WHEN dialect = 'ocds' THEN coalesce(procedures.label, ${ocdsMethod}) ELSE procedures.label END AS "procedure",
  coalesce(natures.is_framework, false) OR frameworks.declared IS NOT NULL AS is_framework,
  notified_on AS notified_declared, notified_day AS notified_on,
  published_on AS published_declared, day_of(published_on) AS published_on,
  quantity_of(duration_months) AS duration_months,
  TRY_CAST(quantity_of(offers_received) AS INTEGER) AS offers_received,
  amount AS amount_text, amount_declared,
  CASE WHEN amount_issue IS NULL THEN amount_declared END AS amount_kept, amount_issue,
  CASE WHEN amount_issue = 'ceiling' AND amount_read > 0 THEN amount_read END AS ceiling,
  forms.consortium_type, socials.social_clauses, environmentals.environmental_clauses,
  boolean_of(is_innovative) AS is_innovative, boolean_of(has_subcontracting) AS has_subcontracting,
  text_of(place_code) AS place_code, places.place_type, text_of(buyer_name) AS buyer_name,
  text_of(platform) AS platform, len(modifications) AS own_modification_count, notes
FROM judged
LEFT JOIN buyers ON buyers.declared = buyer_id
LEFT JOIN codes ON codes.declared = cpv
LEFT JOIN natures ON natures.declared = nature
LEFT JOIN procedures ON procedures.declared = procedure
LEFT JOIN frameworks ON frameworks.declared = techniques
LEFT JOIN forms ON forms.declared = judged.consortium_type
LEFT JOIN places ON places.declared = judged.place_type
LEFT JOIN socials ON socials.declared = social
LEFT JOIN environmentals ON environmentals.declared = environmental`;
