-- One economic award; keys award_uid. Its words are those of its first contract, its amount is counted once.
WITH later AS (
  SELECT rid FROM awards_grouped WHERE position > 1
), grouped AS (
  SELECT rid, contract_count, award_amount FROM awards_grouped WHERE contract_count > 1
), suppliers AS (
  SELECT award_rid AS rid, any_value(supplier_count) AS supplier_count FROM award_suppliers
  WHERE supplier_count > 1 GROUP BY award_rid
), republished AS (
  SELECT contract_uid, min(published_on) AS first_published_on
  FROM staged_contract SEMI JOIN (SELECT contract_uid FROM contracts_ranked WHERE rank = 2) USING (contract_uid)
  GROUP BY contract_uid
), modified AS (
  SELECT award_uid, max(times)::INTEGER AS modification_count
  FROM (SELECT contract_uid, max(n) AS times FROM modifications_merged GROUP BY contract_uid)
  JOIN awards_grouped USING (contract_uid) GROUP BY award_uid
), changed AS (
  SELECT contract_uid, last(amount_after ORDER BY n)::DOUBLE AS amount_after_eur
  FROM modifications_merged JOIN modifications_read USING (contract_uid, n)
  WHERE amount_declared IS NOT NULL GROUP BY contract_uid
), subcontracted AS (
  SELECT award_uid, count(*)::INTEGER AS subcontract_count
  FROM subcontracts_merged JOIN awards_grouped USING (contract_uid) WHERE kind = 'act' GROUP BY award_uid
), defaults AS (
  SELECT platform AS producer, string_agg(field, '; ' ORDER BY field) AS default_fields
  FROM peer_defaults WHERE default_value IS NOT NULL GROUP BY platform
), closed AS (
  SELECT contract_uid AS closed_uid FROM peer_cohort
)
SELECT c.contract_uid AS award_uid, kind, buyer_siren, object, cpv, left(cpv, 2) AS cpv_division, nature, "procedure",
  is_framework OR g.rid IS NOT NULL AS is_framework, notified_on, year(notified_on)::INTEGER AS year, duration_months,
  offers_received, coalesce(contract_count, 1) AS contract_count, coalesce(supplier_count, 1) AS supplier_count,
  coalesce(award_amount, c.amount_declared)::DOUBLE AS amount_declared_eur, amount_kept::DOUBLE AS amount_eur, amount_issue,
  coalesce(r.first_published_on, published_on) AS first_published_on, dialect, platform, consortium_type, social_clauses,
  environmental_clauses, is_innovative, has_subcontracting, place_code, place_type, coalesce(modification_count, 0)::INTEGER AS modification_count,
  amount_after_eur, coalesce(subcontract_count, 0)::INTEGER AS subcontract_count, default_fields,
  closed_uid IS NOT NULL AS is_publication_closed
FROM contracts_kept c ANTI JOIN later USING (rid)
LEFT JOIN grouped g USING (rid)
LEFT JOIN suppliers USING (rid)
LEFT JOIN republished r ON r.contract_uid = c.contract_uid
LEFT JOIN modified m ON m.award_uid = c.contract_uid
LEFT JOIN changed x ON x.contract_uid = c.contract_uid
LEFT JOIN subcontracted t ON t.award_uid = c.contract_uid
LEFT JOIN defaults f ON f.producer = coalesce(platform, 'non dite')
LEFT JOIN closed ON closed_uid = c.contract_uid
ORDER BY notified_on, c.contract_uid
