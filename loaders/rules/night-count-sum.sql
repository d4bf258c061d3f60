SELECT NULL AS contract_uid, source_id, record_number, 'perimeter' AS field, perimeter AS declared,
  NULL AS repaired, NULL AS effect_eur
FROM staged_night_count
WHERE perimeter NOT IN ('paris', 'metropole')
