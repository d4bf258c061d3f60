WITH largest AS (
  SELECT coalesce(platform, 'non dite') AS platform, arg_max(source_id, n) AS source_id
  FROM (SELECT platform, source_id, count(*) AS n FROM staged_contract GROUP BY ALL) GROUP BY ALL
)
SELECT source_id, NULL::INTEGER AS record_number, field, default_value AS declared,
  concat('plateforme : ', platform, ' ; ', same, ' réponses identiques sur ', answered) AS evidence
FROM peer_defaults JOIN largest USING (platform)
WHERE default_value IS NOT NULL
