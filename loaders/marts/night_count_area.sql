-- One edition × arrondissement or Paris Centre × scope × status; keys edition, area, scope, status. A masked count is not in the table.
SELECT edition, area, scope, status, CASE WHEN mask IS NULL THEN people_count END AS people_count, mask, verification,
  source_url, source_id
FROM staged_night_area
WHERE is_published
ORDER BY edition, area, scope, status
