SELECT contract_uid, source_id, record_number, 'buyer_siret' AS field, buyer_siret AS declared, buyer_siren AS repaired
FROM staged_contract
WHERE NOT regexp_full_match(replace(buyer_siret, ' ', ''), '[0-9]{9}|[0-9]{14}') AND dialect IS DISTINCT FROM 'ocds'
