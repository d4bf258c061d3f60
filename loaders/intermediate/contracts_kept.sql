-- One row per distinct contract (its kept version); keys contract_uid.
SELECT c.* FROM staged_contract c JOIN contracts_ranked r USING (rid) WHERE r.rank = 1
