SELECT contract_uid, source_id, record_number, 'amount_eur' AS field, amount_text AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE (amount_declared = 0 OR text_of(amount_text) IS NULL) AND amount_issue IS DISTINCT FROM 'currency'
