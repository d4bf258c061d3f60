-- One published or declared value of an indicator of the climate plans; keys source_id, record_number. Two sources of
-- one figure are two rows.
SELECT indicator, detail, perimeter, from_year, year, value, unit, status, is_published, note, source_url,
  source_id, record_number
FROM staged_climate_series
ORDER BY indicator, detail, perimeter, year, from_year, source_id, record_number
