-- A summary of it stays in refused.ndjson, without organisation or person.
SELECT NULL AS contract_uid, source_id, record_number, 'record' AS field, NULL AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM refused
WHERE rule = 'record-no-award'
