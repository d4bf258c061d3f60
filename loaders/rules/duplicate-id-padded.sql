SELECT c.contract_uid, source_id, record_number, 'contract_id' AS field, contract_id AS declared,
  left(contract_id, length(contract_id) - 2) AS repaired, concat('même montant, même jour : ', r.contract_uid) AS evidence
FROM contracts_renamed r JOIN staged_contract c USING (rid)
WHERE reason = 'padded-id'
