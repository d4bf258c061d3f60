-- One rule that one record breaks; keys finding_id.
SELECT rule || ':' || source_id || ':' || coalesce(record_number::VARCHAR, '-') || ':' || row_number() OVER (
    PARTITION BY rule, source_id, record_number ORDER BY field, declared, repaired
  ) AS finding_id,
  rule, severity, NULL::VARCHAR AS platform, NULL::INTEGER AS year, contract_uid, source_id, record_number, field, declared, repaired, NULL::VARCHAR AS evidence, effect_eur::DOUBLE AS effect_eur
FROM findings
ORDER BY rule, source_id, record_number, finding_id
