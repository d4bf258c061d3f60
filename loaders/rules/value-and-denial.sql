SELECT contract_uid, source_id, record_number, field, declared
FROM staged_mark JOIN staged_contract USING (rid)
WHERE rule = 'value-and-denial'
