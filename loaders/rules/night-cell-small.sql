SELECT NULL AS contract_uid, source_id, record_number, 'people_count' AS field, 'moins de 11' AS declared,
  NULL AS repaired, concat_ws(', ', edition, cell) AS evidence, NULL AS effect_eur
FROM (
  SELECT source_id, record_number, edition, place AS cell FROM staged_night_place WHERE mask = 'threshold'
  UNION ALL
  SELECT source_id, record_number, edition, area FROM staged_night_area WHERE mask = 'threshold' AND is_published
  UNION ALL
  SELECT source_id, record_number, edition, indicator FROM staged_night_profile WHERE is_small
)
