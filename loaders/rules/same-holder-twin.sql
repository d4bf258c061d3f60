-- The first contract of a further award on the same key: without it, that award would be one with the first.
SELECT contract_uid, source_id, record_number, 'award_uid' AS field, contract_uid AS declared,
  concat('mêmes titulaires, même montant, même date et même objet que ', twin_uid, ' ; en les réunissant, le total perdrait ',
    euros_text(a.amount_declared)) AS evidence
FROM awards_grouped a JOIN staged_contract USING (rid, contract_uid)
WHERE position_in_key > 1 AND position = 1
