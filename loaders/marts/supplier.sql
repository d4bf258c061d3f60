-- One supplier; keys supplier_id. A name is published only when it carries a legal form, because the name of a sole
-- trader is the name of a person (SA and SEM, also surnames, do not suffice); of several such names the most frequent,
-- then the first in the alphabet.
WITH declared AS (
  SELECT supplier_id, name, count(*) AS times, ' ' || fold(replace(name, '.', '')) || ' ' AS words
  FROM staged_holder WHERE supplier_id <> 'inconnu' AND name IS NOT NULL GROUP BY supplier_id, name
), names AS (
  SELECT supplier_id, name
  FROM declared
  WHERE regexp_matches(
      words,
      ' (sas|sasu|sarl|eurl|scop|scic|snc|sci|scp|sca|selarl|gie|gmbh|ltd|inc|association|federation|societe|ste|cooperative|mutuelle|universite|fondation|sempla|saeml|spl|epic|ag|bv|nv|srl|spa) '
    ) AND NOT regexp_matches(
      words,
      ' (ei|eirl|entrepreneur|entrepreneure|autoentrepreneur|microentrepreneur|m|mr|mme|mlle|monsieur|madame|mademoiselle) '
    )
  QUALIFY row_number() OVER (PARTITION BY supplier_id ORDER BY times DESC, name) = 1
), totals AS (
  SELECT supplier_id, any_value(s.siren) AS supplier_siren, count(*)::INTEGER AS award_count,
    sum(amount_kept / supplier_count)::DOUBLE AS amount_eur
  FROM award_suppliers s JOIN contracts_kept c ON c.contract_uid = s.award_uid
  GROUP BY supplier_id
)
SELECT supplier_id, supplier_siren, name AS supplier_name, false AS is_registered,
  NULL::VARCHAR AS legal_form, NULL::VARCHAR AS legal_form_label, NULL::VARCHAR AS naf, NULL::VARCHAR AS size_band,
  NULL::VARCHAR AS size_class, NULL::VARCHAR AS enterprise_category, NULL::BOOLEAN AS is_association,
  NULL::BOOLEAN AS is_cooperative, NULL::BOOLEAN AS is_ess, NULL::VARCHAR AS commune_code,
  NULL::VARCHAR AS commune_name, NULL::VARCHAR AS department_code, NULL::VARCHAR AS region_code,
  NULL::DATE AS created_on, NULL::BOOLEAN AS is_closed, award_count, amount_eur
FROM totals LEFT JOIN names USING (supplier_id)
ORDER BY supplier_id
