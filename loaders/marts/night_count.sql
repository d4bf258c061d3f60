-- One edition × perimeter × status of the Nuit de la Solidarité; keys edition, perimeter, status.
WITH published AS (
  SELECT *, CASE status WHEN 'definitif' THEN 1 WHEN 'provisoire' THEN 2 END AS authority
  FROM staged_night_count WHERE perimeter IN ('paris', 'metropole')
)
SELECT edition, night_on, perimeter, status, people_count,
  coalesce(authority = min(authority) OVER (PARTITION BY edition, perimeter), false) AS is_headline,
  break_before, verification, source_url, published.source_id
FROM published LEFT JOIN night_breaks USING (edition, perimeter)
ORDER BY perimeter, edition, status
