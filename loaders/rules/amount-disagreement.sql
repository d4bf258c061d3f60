SELECT contract_uid, a.source_id, record_number, 'amount_declared_eur' AS field, a.amount_declared::VARCHAR AS declared,
  concat('version retenue : ', amount_kept_version, ' (', coalesce(kept_platform || ', ', ''),
    CASE WHEN kept_source_id = a.source_id THEN 'même fichier' ELSE 'fichier ' || kept_source_id END,
    ', enregistrement ', kept_record_number, ')') AS evidence
FROM amounts_by_source a
WHERE rid NOT IN (SELECT rid FROM amounts_settled WHERE is_hundredfold)
