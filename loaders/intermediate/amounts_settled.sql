-- One row per record of a file that lost its decimals whose contract stands in the file that proves it; keys rid. Two
-- such files share contracts, at least three and more than half of which have exactly a hundred times the amount that
-- the other declares: that other file settles what each of them is worth, a hundredth or the same.
WITH shared AS (
  SELECT contract_uid FROM staged_contract
  WHERE amount_declared > 0 AND (SELECT count(*) FROM input_datasets) > 1
  GROUP BY contract_uid HAVING min(source_id) <> max(source_id)
), told AS (
  SELECT rid, contract_uid, source_id, record_number, amount_declared FROM staged_contract SEMI JOIN shared USING (contract_uid)
  WHERE amount_declared > 0
), pairs AS (
  SELECT a.rid, a.source_id, b.source_id AS proof_source_id, b.record_number AS proof_record_number,
    b.amount_declared AS amount_proven, a.amount_declared = 100 * b.amount_declared AS is_hundredfold,
    a.amount_declared = b.amount_declared AS is_same
  FROM told a JOIN told b USING (contract_uid)
  WHERE a.source_id <> b.source_id
), files AS (
  SELECT source_id, proof_source_id, count(DISTINCT rid) AS compared, count(DISTINCT rid) FILTER (is_hundredfold) AS hundredfold
  FROM pairs GROUP BY ALL HAVING hundredfold >= 3 AND 2 * hundredfold > compared
)
SELECT rid, source_id, proof_source_id, proof_record_number, amount_proven, is_hundredfold, is_same, hundredfold, compared
FROM pairs JOIN files USING (source_id, proof_source_id)
QUALIFY row_number() OVER (
  PARTITION BY rid ORDER BY is_hundredfold DESC, is_same DESC, hundredfold DESC, proof_source_id, proof_record_number
) = 1
