-- One row per record that declares another amount than the version kept of its contract; keys rid. A repetition in the
-- same file is here too: `kept_source_id` tells.
SELECT c.rid, contract_uid, c.source_id, c.record_number, c.platform, c.amount_declared, k.amount_declared AS amount_kept_version,
  k.source_id AS kept_source_id, k.record_number AS kept_record_number, k.platform AS kept_platform
FROM staged_contract c JOIN contracts_ranked r USING (rid, contract_uid) JOIN contracts_kept k USING (contract_uid)
WHERE r.rank > 1 AND c.amount_declared <> k.amount_declared
