-- One carbon budget, or an amount that goes with it; keys indicator, perimeter, from_year, to_year.
SELECT indicator, perimeter, from_year, to_year, value, unit, status, is_published, note, source_url, source_id
FROM staged_carbon_budget
ORDER BY from_year, to_year, indicator, perimeter
