SELECT contract_uid, source_id, record_number, 'record' AS field, declared, evidence
FROM staged_mark JOIN staged_contract USING (rid)
WHERE rule = 'test-record'
