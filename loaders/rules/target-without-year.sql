SELECT NULL AS contract_uid, source_id, record_number, 'target_year' AS field, indicator AS declared,
  NULL AS repaired, NULL AS effect_eur
FROM staged_target
WHERE is_published AND target_year IS NULL
