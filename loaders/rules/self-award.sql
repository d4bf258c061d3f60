SELECT contract_uid, source_id, record_number, 'supplier_siren' AS field, id_declared AS declared,
  concat('acheteur : ', buyer_siret) AS evidence
FROM staged_holder JOIN staged_contract USING (rid)
WHERE siren = buyer_siren
