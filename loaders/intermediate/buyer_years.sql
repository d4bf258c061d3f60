-- One row per buyer × year of notification; keys buyer_key, year. What was published around the year: the first day from
-- which months follow each other without a hole up to the December before it (null if that is not published), and
-- whether the whole next year follows so. A month below a tenth of the buyer's usual one counts as empty; a run of empty
-- months is a hole where at least ten awards were to be expected. A lone date far from the others, most often a slip of
-- the pen, thus stands alone and dates nothing.
WITH months AS (
  SELECT buyer_key, date_trunc('month', notified_on)::DATE AS month, count(*) AS n
  FROM contracts_kept JOIN awards_grouped USING (rid)
  WHERE position = 1 AND notified_on IS NOT NULL
  GROUP BY ALL
), followed AS (
  SELECT *, median(n) OVER (PARTITION BY buyer_key) AS usual FROM months
), filled AS (
  SELECT *, lag(month) OVER (PARTITION BY buyer_key ORDER BY month) AS month_before FROM followed WHERE n >= 0.1 * usual
), marked AS (
  SELECT buyer_key, month, count(*) FILTER (
    month_before IS NULL OR (date_diff('month', month_before, month) - 1) * usual >= 10
  ) OVER (PARTITION BY buyer_key ORDER BY month) AS stretch
  FROM filled
), stretches AS (
  SELECT buyer_key, min(month) AS first_month, max(month) AS last_month FROM marked GROUP BY buyer_key, stretch
), years AS (
  SELECT DISTINCT buyer_key, year(month)::INTEGER AS year FROM months
)
SELECT buyer_key, year,
  min(first_month) FILTER (make_date(year - 1, 12, 1) BETWEEN first_month AND last_month) AS observed_since,
  bool_or(first_month <= make_date(year + 1, 1, 1) AND last_month >= make_date(year + 1, 12, 1)) AS is_next_year_observed
FROM years JOIN stretches USING (buyer_key)
GROUP BY buyer_key, year
