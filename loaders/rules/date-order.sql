SELECT contract_uid, source_id, record_number, 'modification.notified_on' AS field, m.notified_on::VARCHAR AS declared,
  concat('contrat notifié le ', c.notified_on) AS evidence
FROM modifications_merged m JOIN contracts_kept c USING (contract_uid)
WHERE m.notified_on < c.notified_on
