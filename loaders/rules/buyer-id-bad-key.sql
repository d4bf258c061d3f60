WITH ids AS (
  SELECT buyer_siret, replace(buyer_siret, ' ', '') AS digits FROM staged_contract
  WHERE dialect IS DISTINCT FROM 'ocds' GROUP BY buyer_siret
), bad AS (
  SELECT buyer_siret FROM ids
  WHERE regexp_full_match(digits, '[0-9]{9}|[0-9]{14}')
    AND CASE WHEN length(digits) = 14 THEN NOT is_siret(digits) ELSE NOT is_siren(digits) END
)
SELECT contract_uid, source_id, record_number, 'buyer_siret' AS field, buyer_siret AS declared, buyer_siren AS repaired
FROM staged_contract JOIN bad USING (buyer_siret)
WHERE dialect IS DISTINCT FROM 'ocds'
