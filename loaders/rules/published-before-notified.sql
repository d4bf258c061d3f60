SELECT contract_uid, source_id, record_number, 'published_on' AS field, published_on::VARCHAR AS declared,
  concat('notifié le ', notified_on) AS evidence
FROM staged_contract
WHERE published_on < notified_on
