-- One count of those who took part in the climate plans; keys source_id, record_number. Two sources of one figure are
-- two rows.
SELECT declared_date, year, program, indicator, value, unit, status, is_published, note, source_url, source_id,
  record_number
FROM staged_mobilisation
ORDER BY year, declared_date, program, indicator, source_id, record_number
