-- One row per modification with the meaning of its amount; keys contract_uid, n. The platform's habit decides; where it
-- has shown none, the ratio to the initial amount, where it leaves no doubt: an amendment without a new procedure adds at
-- most 15 % (Code de la commande publique, R2194-8), and a new total that low would cancel the contract; below zero it
-- can only be taken off. What contradicts the habit, or proves nothing, stays unknown, and so does the amount of the
-- contract from there on.
WITH rated AS (
  SELECT m.contract_uid, m.n, m.amount_declared, c.amount_kept AS initial, platform, dialect,
    (m.amount_declared / c.amount_kept)::DOUBLE AS ratio
  FROM modifications_merged m JOIN contracts_kept c USING (contract_uid)
), meant AS (
  SELECT r.*, CASE
    WHEN r.amount_declared IS NULL THEN 'unknown'
    WHEN r.amount_declared < 0 THEN 'increment'
    WHEN e.amount_meaning = 'increment' THEN CASE WHEN ratio >= 0.8 THEN 'unknown' ELSE 'increment' END
    WHEN e.amount_meaning = 'new_total' THEN CASE WHEN ratio < 0.5 THEN 'unknown' ELSE 'new_total' END
    WHEN ratio <= 0.15 AND r.amount_declared > 0 THEN 'increment'
    WHEN ratio >= 0.8 THEN 'new_total'
    ELSE 'unknown'
  END AS amount_meaning
  FROM rated r LEFT JOIN modification_evidence e USING (platform, dialect)
), based AS (
  SELECT *, count(*) FILTER (amount_meaning = 'new_total') OVER (PARTITION BY contract_uid ORDER BY n) AS base FROM meant
)
SELECT contract_uid, n, ratio AS amount_ratio, amount_meaning, CASE
    WHEN amount_meaning = 'new_total' THEN amount_declared
    WHEN amount_meaning = 'increment' AND NOT bool_or(amount_meaning = 'unknown' AND amount_declared IS NOT NULL) OVER running
      THEN sum(amount_declared) OVER running + CASE WHEN base = 0 THEN initial ELSE 0 END
  END AS amount_after
FROM based
WINDOW running AS (PARTITION BY contract_uid, base ORDER BY n)
