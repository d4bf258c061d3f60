-- One row per platform and dialect whose modifications declare amounts; keys platform, dialect. A producer that writes
-- increments has a median ratio to the initial amount far below one; five amounts are the least that shows a habit.
WITH habits AS (
  SELECT platform, dialect, count(*)::INTEGER AS n, median(m.amount_declared / c.amount_kept)::DOUBLE AS median_ratio
  FROM modifications_merged m JOIN contracts_kept c USING (contract_uid)
  WHERE m.amount_declared > 0 AND c.amount_kept > 0 AND platform IS NOT NULL
  GROUP BY platform, dialect
)
SELECT *, CASE WHEN n >= 5 THEN CASE WHEN median_ratio < 0.5 THEN 'increment' ELSE 'new_total' END END AS amount_meaning
FROM habits
