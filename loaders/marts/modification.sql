-- One declared modification of a contract; keys contract_uid, n.
SELECT contract_uid, n, notified_on, published_on, duration_months, amount_declared::DOUBLE AS amount_declared_eur,
  'unknown' AS amount_meaning, NULL::DOUBLE AS amount_ratio, NULL::DOUBLE AS amount_after_eur, object
FROM modifications_merged
ORDER BY contract_uid, n
