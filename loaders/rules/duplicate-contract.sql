SELECT contract_uid, source_id, record_number, 'contract_uid' AS field, contract_id AS declared, NULL AS repaired,
  -amount_declared AS effect_eur
FROM staged_contract JOIN contracts_ranked USING (rid, contract_uid)
WHERE rank > 1
