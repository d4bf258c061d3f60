SELECT contract_uid, source_id, record_number, 'buyer_siret' AS field
FROM staged_contract
WHERE buyer_siret IS NULL
