SELECT contract_uid, source_id, record_number, 'amount_declared_eur' AS field, amount_text AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE amount_declared IS NULL AND text_of(amount_text) IS NOT NULL
  AND coalesce(amount_issue NOT IN ('ceiling', 'currency'), true)
