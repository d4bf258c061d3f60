-- One published target of a climate plan that names its year; keys plan, indicator, perimeter, target_year, unit.
SELECT plan, domain, indicator, perimeter, baseline_year, baseline_value, target_year, target_value, unit, status, note,
  source_url, source_id
FROM staged_target
WHERE target_year IS NOT NULL AND is_published
ORDER BY plan, domain, indicator, perimeter, target_year, unit
