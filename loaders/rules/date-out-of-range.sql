SELECT contract_uid, source_id, record_number, 'notified_on' AS field, notified_declared AS declared, NULL AS repaired,
  NULL AS effect_eur
FROM staged_contract
WHERE notified_on IS NULL AND text_of(notified_declared) IS NOT NULL
UNION ALL
SELECT contract_uid, source_id, record_number, 'published_on', published_declared, NULL, NULL
FROM staged_contract
WHERE published_on IS NULL AND text_of(published_declared) IS NOT NULL
UNION ALL
SELECT contract_uid, source_id, record_number, 'modification.notified_on', m.notified_declared, NULL, NULL
FROM staged_modification m JOIN staged_contract USING (rid)
WHERE m.notified_on IS NULL AND text_of(m.notified_declared) IS NOT NULL
