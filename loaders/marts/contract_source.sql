-- One record that declares a contract; keys source_id, record_number. Most records name one holder: only the others are
-- gathered.
WITH named AS (
  SELECT rid, id_declared AS supplier_ids_declared FROM staged_holder WHERE holder_count = 1
  UNION ALL
  SELECT rid, string_agg(coalesce(id_declared, ''), '; ' ORDER BY n) FROM staged_holder WHERE holder_count > 1 GROUP BY rid
)
SELECT contract_uid, c.source_id, record_number, f.dataset, platform, r.rank = 1 AS is_kept, published_on,
  amount_declared::DOUBLE AS amount_declared_eur, supplier_ids_declared
FROM staged_contract c JOIN contracts_ranked r USING (rid, contract_uid) LEFT JOIN named USING (rid)
JOIN input_datasets f ON f.source_id = c.source_id
ORDER BY c.source_id, record_number
