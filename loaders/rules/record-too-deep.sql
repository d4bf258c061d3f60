SELECT NULL AS contract_uid, source_id, record_number, 'record' AS field, left(raw, 200) AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM refused
WHERE rule = 'record-too-deep'
