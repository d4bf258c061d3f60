-- One declared modification of a contract; keys contract_uid, n.
SELECT contract_uid, n, notified_on, published_on, duration_months, amount_declared::DOUBLE AS amount_declared_eur,
  amount_meaning, amount_ratio, amount_after::DOUBLE AS amount_after_eur, object
FROM modifications_merged JOIN modifications_read USING (contract_uid, n)
ORDER BY contract_uid, n
