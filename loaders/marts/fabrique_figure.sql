-- One period × figure of the Fabrique × value; keys period, indicator, value.
SELECT year, period, indicator, value, precision, status, source_url, source_id
FROM staged_fabrique
ORDER BY period, indicator, value
