SELECT NULL AS contract_uid, source_id, record_number, 'status' AS field, status AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM (
  SELECT source_id, record_number, status, is_published FROM staged_emission
  UNION ALL
  SELECT source_id, record_number, status, is_published FROM staged_target
)
WHERE NOT is_published
