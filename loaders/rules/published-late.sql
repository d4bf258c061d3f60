SELECT contract_uid, c.source_id, record_number, 'published_on' AS field, first_published_on::VARCHAR AS declared,
  concat('notifié le ', p.notified_on, ' ; ', first_published_on - p.notified_on, ' jours') AS evidence
FROM peer_cohort p JOIN contracts_kept c USING (contract_uid)
WHERE first_published_on > p.notified_on + INTERVAL 2 MONTH
