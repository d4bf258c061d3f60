SELECT contract_uid, source_id, record_number, 'contract_id' AS field, NULL AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE contract_id IS NULL
