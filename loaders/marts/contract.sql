-- One declared contract, in its newest version; keys contract_uid.
WITH modified AS (
  SELECT contract_uid, max(n) AS modification_count FROM modifications_merged GROUP BY contract_uid
), subcontracted AS (
  SELECT contract_uid, count(*) AS subcontract_count FROM subcontracts_merged WHERE kind = 'act' GROUP BY contract_uid
), sourced AS (
  SELECT contract_uid, count(DISTINCT source_id) AS source_count, max(ceiling) AS ceiling
  FROM staged_contract SEMI JOIN (SELECT contract_uid FROM contracts_ranked WHERE rank = 2) USING (contract_uid)
  GROUP BY contract_uid
)
SELECT c.contract_uid, coalesce(a.award_uid, c.contract_uid) AS award_uid, kind, contract_id, buyer_siren, buyer_siret, object, cpv, cpv_declared, nature,
  nature_declared, "procedure", procedure_declared, is_framework, notified_on, published_on, duration_months,
  offers_received, c.amount_declared::DOUBLE AS amount_declared_eur, amount_kept::DOUBLE AS amount_eur, amount_issue,
  coalesce(s.ceiling, c.ceiling)::DOUBLE AS ceiling_eur, coalesce(modification_count, 0)::INTEGER AS modification_count,
  coalesce(subcontract_count, 0)::INTEGER AS subcontract_count, consortium_type, social_clauses, environmental_clauses,
  is_innovative, place_code, place_type, platform, coalesce(s.source_count, 1)::INTEGER AS source_count, source_id, record_number
FROM contracts_kept c
LEFT JOIN (SELECT rid, award_uid FROM awards_grouped WHERE contract_count > 1) a USING (rid)
LEFT JOIN sourced s ON s.contract_uid = c.contract_uid
LEFT JOIN modified m ON m.contract_uid = c.contract_uid
LEFT JOIN subcontracted t ON t.contract_uid = c.contract_uid
ORDER BY notified_on, c.contract_uid
