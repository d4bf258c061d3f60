-- One edition × perimeter × figure on the organisation × status × value; keys edition, perimeter, indicator, status, value.
SELECT edition, perimeter, indicator, value, precision, status, source_url, source_id
FROM staged_night_figure
WHERE is_published
ORDER BY indicator, perimeter, edition, status, value
