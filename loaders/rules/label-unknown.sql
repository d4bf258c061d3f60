SELECT contract_uid, source_id, record_number, 'nature' AS field, nature_declared AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE nature IS NULL AND text_of(nature_declared) IS NOT NULL
UNION ALL
SELECT contract_uid, source_id, record_number, 'procedure', procedure_declared, NULL, NULL
FROM staged_contract
WHERE "procedure" IS NULL AND text_of(procedure_declared) IS NOT NULL
