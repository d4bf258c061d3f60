-- One row per buyer × supplier × year in which the buyer awarded it something; keys buyer_key, supplier_id, year. Its last
-- award before that year, and whether one followed in the next, null where that year was not published as a whole: knowing
-- only those that came back would count them all as faithful.
WITH active AS (
  SELECT buyer_key, supplier_id, year(notified_on)::INTEGER AS year, max(notified_on) AS last_on
  FROM award_suppliers s JOIN contracts_kept c ON c.rid = s.award_rid
  WHERE notified_on IS NOT NULL AND supplier_id <> 'inconnu'
  GROUP BY ALL
)
SELECT buyer_key, supplier_id, year, lag(last_on) OVER own AS previous_award_on,
  CASE WHEN is_next_year_observed THEN coalesce(lead(year) OVER own = year + 1, false) END AS awarded_next_year
FROM active JOIN buyer_years USING (buyer_key, year)
WINDOW own AS (PARTITION BY buyer_key, supplier_id ORDER BY year)
