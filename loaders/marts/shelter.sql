-- One date × category of shelter × scope × status; keys period, category, scope, status.
SELECT year, period, category, value, precision, scope, status, source_url, source_id
FROM staged_shelter
ORDER BY scope, category, period, status
