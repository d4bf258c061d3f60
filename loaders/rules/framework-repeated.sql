SELECT contract_uid, source_id, record_number, 'award_uid' AS field, contract_uid AS declared, award_uid AS repaired,
  -a.amount_declared AS effect_eur
FROM awards_grouped a JOIN staged_contract USING (rid, contract_uid)
WHERE position > 1
