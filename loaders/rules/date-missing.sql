SELECT contract_uid, source_id, record_number, 'notified_on' AS field
FROM staged_contract
WHERE text_of(notified_declared) IS NULL
