SELECT contract_uid, source_id, record_number, 'record' AS field, 'NaN' AS declared, NULL AS repaired, NULL AS effect_eur
FROM staged_contract
WHERE list_contains(notes, 'nan-literal')
