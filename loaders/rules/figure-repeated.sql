SELECT NULL AS contract_uid, source_id, record_number, 'emissions_mt' AS field, declared_value AS declared,
  NULL AS repaired, NULL AS effect_eur
FROM staged_emission
WHERE is_published
QUALIFY row_number() OVER (PARTITION BY series, perimeter, sector, year ORDER BY record_number) > 1
