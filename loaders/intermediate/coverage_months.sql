-- One row per buyer × data set × month of notification; keys buyer_key, dataset, month. From 24 contracts on, the empty
-- months between the first and the last stand there too. A gap is a run of months, each below a tenth of the median of
-- the buyer's months that have contracts, which stays below a tenth of the median month of the 12 months before it and
-- of the 12 after it, and where at least ten contracts were to be expected: an empty month of a small buyer is chance.
WITH declared AS (
  SELECT buyer_key, dataset, date_trunc('month', notified_on)::DATE AS month, count(DISTINCT contract_uid)::INTEGER AS n
  FROM staged_contract JOIN input_datasets USING (source_id)
  WHERE notified_on IS NOT NULL
  GROUP BY ALL
), followed AS (
  SELECT buyer_key, dataset, min(month) AS first_month, max(month) AS last_month, median(n) AS usual
  FROM declared GROUP BY buyer_key, dataset HAVING sum(n) >= 24
), months AS (
  SELECT buyer_key, dataset, usual, UNNEST(generate_series(first_month, last_month, INTERVAL 1 MONTH))::DATE AS month
  FROM followed
), series AS (
  SELECT buyer_key, dataset, month, coalesce(n, 0) AS n, coalesce(n, 0) < 0.1 * usual AS is_low
  FROM months LEFT JOIN declared USING (buyer_key, dataset, month)
), marked AS (
  SELECT *, row_number() OVER (PARTITION BY buyer_key, dataset ORDER BY month)
    - row_number() OVER (PARTITION BY buyer_key, dataset, is_low ORDER BY month) AS run
  FROM series
), runs AS (
  SELECT buyer_key, dataset, run, is_low, min(month) AS first_month, max(month) AS last_month, count(*) AS length,
    max(n) AS most
  FROM marked WHERE is_low GROUP BY buyer_key, dataset, run, is_low
), around AS (
  SELECT r.buyer_key, r.dataset, r.run,
    least(
      median(s.n) FILTER (s.month < r.first_month), median(s.n) FILTER (s.month > r.last_month)
    ) AS usual_around,
    count(*) FILTER (s.month < r.first_month) >= 3 AND count(*) FILTER (s.month > r.last_month) >= 3 AS is_surrounded
  FROM runs r JOIN series s ON s.buyer_key = r.buyer_key AND s.dataset = r.dataset
    AND (s.month BETWEEN r.first_month - INTERVAL 12 MONTH AND r.first_month - INTERVAL 1 MONTH
      OR s.month BETWEEN r.last_month + INTERVAL 1 MONTH AND r.last_month + INTERVAL 12 MONTH)
  GROUP BY r.buyer_key, r.dataset, r.run
), gaps AS (
  SELECT buyer_key, dataset, run, is_low, usual_around FROM runs JOIN around USING (buyer_key, dataset, run)
  WHERE is_surrounded AND most < 0.1 * usual_around AND length * usual_around >= 10
)
SELECT buyer_key, dataset, month, n, usual_around IS NOT NULL AS is_gap, usual_around AS expected
FROM marked LEFT JOIN gaps USING (buyer_key, dataset, run, is_low)
UNION ALL
SELECT buyer_key, dataset, month, n, false, NULL FROM declared ANTI JOIN followed USING (buyer_key, dataset)
