-- One row per distinct contract (its kept version); keys contract_uid. A view: few records are left out, and no text is
-- copied.
SELECT * FROM staged_contract ANTI JOIN (SELECT rid FROM contracts_ranked WHERE rank > 1) USING (rid)
