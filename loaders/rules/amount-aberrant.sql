SELECT c.contract_uid, source_id, record_number, 'amount_declared_eur' AS field, amount_declared::VARCHAR AS declared,
  concat(words, ' ; z = ', decimal_text(z)) AS evidence
FROM peer_amounts p JOIN staged_contract c USING (rid)
WHERE abs(z) > 6
