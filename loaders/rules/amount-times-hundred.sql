-- Three ways to see it: another file settles it; the whole file; or one amount alone.
SELECT contract_uid, c.source_id, record_number, 'amount_declared_eur' AS field, amount_declared::VARCHAR AS declared,
  amount_proven::VARCHAR AS repaired,
  concat('tranché : le fichier ', proof_source_id, ' déclare ', amount_proven, ' (enregistrement ', proof_record_number,
    ') ; de même pour ', hundredfold, ' des ', compared, ' montants communs') AS evidence
FROM amounts_settled s JOIN staged_contract c USING (rid)
WHERE is_hundredfold
UNION ALL
SELECT contract_uid, c.source_id, record_number, 'amount_declared_eur', amount_declared::VARCHAR,
  (amount_declared / 100)::DECIMAL(18, 2)::VARCHAR, words
FROM staged_contract c JOIN peer_files f ON f.source_id = c.source_id AND f.platform = coalesce(c.platform, '')
WHERE amount_declared > 0 AND rid NOT IN (SELECT rid FROM amounts_settled WHERE is_hundredfold OR is_same)
UNION ALL
SELECT c.contract_uid, source_id, record_number, 'amount_declared_eur', amount_declared::VARCHAR,
  (amount_declared / 100)::DECIMAL(18, 2)::VARCHAR, concat('ce montant seul : ', words, ' ; z = ', decimal_text(z))
FROM peer_amounts p JOIN staged_contract c USING (rid)
WHERE NOT has_cents AND z > 4 AND log_eur > top AND log_eur - middle > 1.5
