-- One edition × perimeter × status of the Nuit de la Solidarité; keys edition, perimeter, status.
WITH published AS (
  SELECT *, CASE status WHEN 'definitif' THEN 1 WHEN 'provisoire' THEN 2 END AS authority
  FROM staged_night_count WHERE perimeter IN ('paris', 'metropole')
)
SELECT edition, night_on, perimeter, status, published.people_count,
  coalesce(authority = min(authority) OVER (PARTITION BY edition, perimeter), false) AS is_headline,
  break_before, break_words, commune_count,
  CASE WHEN perimeter = 'paris' THEN o.people_count END AS open_data_count,
  verification, source_url, published.source_id
FROM published
LEFT JOIN night_breaks USING (edition, perimeter)
LEFT JOIN (SELECT edition, max(people_count) AS people_count FROM staged_night_open_data GROUP BY edition) o USING (edition)
ORDER BY perimeter, edition, status
