-- One buyer; keys buyer_id.
SELECT buyer_key AS buyer_id, any_value(buyer_siren) AS buyer_siren, NULL::VARCHAR AS buyer_name,
  count(*)::INTEGER AS contract_count, count(DISTINCT award_uid)::INTEGER AS award_count,
  sum(amount_kept) FILTER (award_uid = a.contract_uid)::DOUBLE AS amount_eur
FROM contracts_kept c JOIN awards_grouped a USING (rid)
GROUP BY buyer_key ORDER BY buyer_key
