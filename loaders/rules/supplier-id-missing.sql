SELECT contract_uid, source_id, record_number, 'supplier_siren' AS field, id_declared AS declared, siren AS repaired,
  NULL AS effect_eur
FROM staged_holder JOIN staged_contract USING (rid)
WHERE id_issue = 'supplier-id-missing'
