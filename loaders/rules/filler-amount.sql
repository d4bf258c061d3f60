SELECT contract_uid, source_id, record_number, 'amount_eur' AS field, amount_declared::VARCHAR AS declared,
  CASE WHEN rank = 1 THEN -amount_declared END AS effect_eur
FROM staged_contract JOIN contracts_ranked USING (rid, contract_uid)
WHERE amount_issue = 'filler'
