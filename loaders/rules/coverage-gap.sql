WITH runs AS (
  SELECT *, row_number() OVER buyer - row_number() OVER (PARTITION BY buyer_key, dataset, is_gap ORDER BY month) AS run
  FROM coverage_months WINDOW buyer AS (PARTITION BY buyer_key, dataset ORDER BY month)
), gaps AS (
  SELECT buyer_key, dataset, min(month) AS first_month, max(month) AS last_month, count(*) AS months, sum(n) AS contracts,
    any_value(expected) AS expected
  FROM runs WHERE is_gap GROUP BY buyer_key, dataset, run
), largest AS (
  SELECT buyer_key, dataset, arg_max(source_id, n) AS source_id
  FROM (
    SELECT buyer_key, dataset, source_id, count(*) AS n FROM staged_contract JOIN input_datasets USING (source_id)
    WHERE buyer_key IN (SELECT buyer_key FROM gaps) GROUP BY ALL
  ) GROUP BY ALL
)
SELECT source_id, NULL::INTEGER AS record_number, 'notified_on' AS field,
  concat(strftime(first_month, '%Y-%m'), ' – ', strftime(last_month, '%Y-%m')) AS declared,
  concat('acheteur : ', buyer_key, ' ; jeu de données : ', dataset, ' ; ', contracts, ' contrats en ', months,
    ' mois, attendus : environ ', round(expected)::INTEGER, ' par mois') AS evidence
FROM gaps JOIN largest USING (buyer_key, dataset)
