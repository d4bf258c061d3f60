SELECT NULL AS contract_uid, source_id, record_number, 'indicator' AS field, indicator AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM (
  SELECT source_id, record_number, indicator, is_published OR is_small AS is_dealt_with FROM staged_night_profile
  UNION ALL
  SELECT source_id, record_number, indicator, is_published OR indicator = 'total_personnes' FROM staged_night_figure
)
WHERE NOT is_dealt_with
