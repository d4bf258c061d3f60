SELECT NULL AS contract_uid, source_id, record_number, 'area' AS field, zone_type AS declared, NULL AS repaired,
  edition::VARCHAR AS evidence, NULL AS effect_eur
FROM (
  SELECT source_id, record_number, edition, zone_type FROM staged_night_area WHERE NOT is_published
  UNION ALL
  SELECT source_id, record_number, edition, 'lieu' FROM staged_night_place WHERE place IS NULL
)
