SELECT contract_uid, source_id, record_number, 'cpv' AS field, cpv_declared AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE cpv IS NULL AND text_of(cpv_declared) IS NOT NULL
