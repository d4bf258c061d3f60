-- One record that declares a contract; keys source_id, record_number.
SELECT contract_uid, c.source_id, record_number, f.dataset, platform, r.rank = 1 AS is_kept, published_on,
  amount_declared::DOUBLE AS amount_declared_eur
FROM staged_contract c JOIN contracts_ranked r USING (rid, contract_uid) JOIN input_datasets f ON f.source_id = c.source_id
ORDER BY c.source_id, record_number
