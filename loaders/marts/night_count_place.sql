-- One edition × status × type of place in Paris; keys edition, status, place. A masked count is not in the table.
SELECT edition, status, place, kind, CASE WHEN mask IS NULL THEN people_count END AS people_count, mask, is_shown, method,
  verification, source_url, source_id
FROM staged_night_place
WHERE place IS NOT NULL
ORDER BY edition, status, kind DESC, place
