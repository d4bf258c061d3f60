-- One row per acte de sous-traitance or change of one, over all records that declare the contract; keys contract_uid, n.
WITH told AS (
  SELECT r.contract_uid, r.rank, s.* FROM staged_subcontract s JOIN contracts_ranked r USING (rid)
), one AS (
  SELECT * FROM told
  QUALIFY row_number() OVER (
    PARTITION BY contract_uid, kind, id, notified_on, amount_declared, occurrence ORDER BY rank
  ) = 1
), acts AS (
  SELECT DISTINCT contract_uid, id FROM one WHERE kind = 'act'
)
SELECT contract_uid, row_number() OVER (
    PARTITION BY contract_uid ORDER BY kind, notified_on NULLS LAST, TRY_CAST(id AS BIGINT) NULLS LAST, id, rank, position
  )::INTEGER AS n,
  kind, id AS act_id, kind = 'act' OR a.id IS NOT NULL AS has_act, siren, id_declared, notified_on, published_on,
  duration_months, amount_declared
FROM one LEFT JOIN acts a USING (contract_uid, id)
