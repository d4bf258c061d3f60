SELECT contract_uid, source_id, record_number, 'cpv' AS field, cpv_declared AS declared, cpv AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE cpv IS NOT NULL AND NOT regexp_matches(regexp_replace(cpv_declared, '\s', '', 'g'), '^[0-9]{8}')
