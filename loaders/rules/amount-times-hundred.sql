-- Two ways to see it: the whole file, or one amount alone.
SELECT contract_uid, c.source_id, record_number, 'amount_declared_eur' AS field, amount_declared::VARCHAR AS declared,
  (amount_declared / 100)::DECIMAL(18, 2)::VARCHAR AS repaired,
  concat('tout le fichier : ', amounts, ' montants, aucun avec des centimes ; la moitié dépasse de plus de ',
    round(10 ** shift)::INTEGER, ' fois la médiane de ses pairs') AS evidence
FROM staged_contract c JOIN peer_files f ON f.source_id = c.source_id AND f.platform = coalesce(c.platform, '')
WHERE amount_declared > 0
UNION ALL
SELECT c.contract_uid, source_id, record_number, 'amount_declared_eur', amount_declared::VARCHAR,
  (amount_declared / 100)::DECIMAL(18, 2)::VARCHAR, concat('ce montant seul : ', words, ' ; z = ', decimal_text(z))
FROM peer_amounts p JOIN staged_contract c USING (rid)
WHERE NOT has_cents AND z > 4 AND log_eur > top AND log_eur - middle > 1.5
