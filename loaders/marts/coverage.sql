-- One month of one buyer in one data set; keys buyer_id, dataset, month.
SELECT ''::VARCHAR AS buyer_id, ''::VARCHAR AS dataset, NULL::DATE AS month, 0::INTEGER AS contract_count,
  false AS is_gap
WHERE false
