-- One month of one buyer in one data set; keys buyer_id, dataset, month.
SELECT buyer_key AS buyer_id, dataset, month, n AS contract_count, is_gap
FROM coverage_months
ORDER BY buyer_id, dataset, month
