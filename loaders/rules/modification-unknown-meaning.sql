SELECT contract_uid, source_id, record_number, 'modification.amount_declared_eur' AS field,
  m.amount_declared::VARCHAR AS declared,
  concat('montant initial : ', coalesce(euros_text(c.amount_kept), 'inconnu'),
    ' ; rapport : ' || decimal_text(100 * amount_ratio) || ' %',
    ' ; ' || e.platform || ' : rapport médian ' || decimal_text(100 * e.median_ratio) || ' %, n = ' || e.n) AS evidence
FROM modifications_read r JOIN modifications_merged m USING (contract_uid, n) JOIN contracts_kept c USING (contract_uid)
LEFT JOIN modification_evidence e USING (platform, dialect)
WHERE r.amount_meaning = 'unknown' AND m.amount_declared IS NOT NULL
