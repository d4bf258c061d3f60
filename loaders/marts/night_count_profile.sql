-- One edition × whole perimeter × question × answer × status; keys edition, perimeter, indicator, category, status.
SELECT edition, perimeter, indicator, category, part_share, people_count, mean_years, base, status, verification,
  source_url, source_id
FROM staged_night_profile
WHERE is_published
ORDER BY indicator, perimeter, edition, category, status
