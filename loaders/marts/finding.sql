-- One rule that one record breaks; keys finding_id.
SELECT rule || ':' || source_id || ':' || coalesce(record_number::VARCHAR, '-') || ':' || row_number() OVER (
    PARTITION BY rule, source_id, record_number ORDER BY field, declared, repaired, evidence
  ) AS finding_id,
  rule, severity, platform, year(notified_on)::INTEGER AS year, f.contract_uid, source_id, record_number, field, declared,
  repaired, evidence, effect_eur::DOUBLE AS effect_eur
FROM findings f LEFT JOIN staged_contract USING (source_id, record_number)
ORDER BY rule, source_id, record_number, finding_id
