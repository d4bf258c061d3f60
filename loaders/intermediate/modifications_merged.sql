-- One row per modification of a contract, over all records that declare the contract; keys contract_uid, n.
-- The same id, date and amount in two records is one modification, told by the kept version if it has it.
WITH told AS (
  SELECT r.contract_uid, r.rank, m.* FROM staged_modification m JOIN contracts_ranked r USING (rid)
), one AS (
  SELECT * FROM told
  QUALIFY row_number() OVER (PARTITION BY contract_uid, id, notified_declared, amount_declared, occurrence ORDER BY rank) = 1
)
SELECT contract_uid, row_number() OVER (
    PARTITION BY contract_uid ORDER BY notified_on NULLS LAST, TRY_CAST(id AS BIGINT) NULLS LAST, id, rank, position
  )::INTEGER AS n,
  notified_on, published_on, duration_months, amount_declared, object
FROM one
