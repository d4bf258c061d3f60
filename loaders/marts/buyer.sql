-- One buyer; keys buyer_id. Its name is the one most often declared, then the first in the alphabet.
WITH names AS (
  SELECT buyer_key, buyer_name FROM staged_contract
  WHERE buyer_name IS NOT NULL
  GROUP BY buyer_key, buyer_name
  QUALIFY row_number() OVER (PARTITION BY buyer_key ORDER BY count(*) DESC, buyer_name) = 1
), totals AS (
  SELECT buyer_key, any_value(buyer_siren) AS buyer_siren, count(*)::INTEGER AS contract_count,
    count(*) FILTER (position = 1)::INTEGER AS award_count, sum(amount_kept) FILTER (position = 1)::DOUBLE AS amount_eur
  FROM contracts_kept JOIN awards_grouped USING (rid)
  GROUP BY buyer_key
)
SELECT buyer_key AS buyer_id, buyer_siren, buyer_name, contract_count, award_count, amount_eur
FROM totals LEFT JOIN names USING (buyer_key)
ORDER BY buyer_id
