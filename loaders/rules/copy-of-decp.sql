-- Its text stays in refused.ndjson: it may hold the name of a person.
SELECT NULL AS contract_uid, source_id, record_number, 'record' AS field, NULL AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM refused
WHERE rule = 'copy-of-decp'
