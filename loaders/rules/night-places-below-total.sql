SELECT NULL AS contract_uid, any_value(source_id) AS source_id, min(record_number) AS record_number,
  'people_count' AS field, sum(people_count) FILTER (place <> 'not_itemised')::INTEGER::VARCHAR AS declared,
  NULL AS repaired, format('édition {}, total publié : {}', edition, sum(people_count)::INTEGER) AS evidence,
  NULL AS effect_eur
FROM staged_night_place
WHERE is_shown
GROUP BY edition, status
HAVING bool_or(place = 'not_itemised')
