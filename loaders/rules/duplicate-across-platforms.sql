WITH platforms AS (
  SELECT contract_uid, string_agg(DISTINCT platform, ', ' ORDER BY platform) AS evidence
  FROM staged_contract SEMI JOIN (SELECT contract_uid FROM contracts_ranked WHERE rank = 2) USING (contract_uid)
  WHERE platform IS NOT NULL
  GROUP BY contract_uid HAVING count(DISTINCT platform) > 1
)
SELECT contract_uid, source_id, record_number, 'platform' AS field, platform AS declared, evidence
FROM contracts_kept JOIN platforms USING (contract_uid)
