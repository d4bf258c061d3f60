-- One declared contract, in its newest version; keys contract_uid.
SELECT contract_uid, a.award_uid, kind, contract_id, buyer_siren, buyer_siret, object, cpv, cpv_declared, nature,
  nature_declared, "procedure", procedure_declared, is_framework, notified_on, published_on, duration_months,
  offers_received, c.amount_declared::DOUBLE AS amount_declared_eur, amount_kept::DOUBLE AS amount_eur, amount_issue,
  NULL::DOUBLE AS ceiling_eur,
  coalesce(m.n, 0)::INTEGER AS modification_count, 0::INTEGER AS subcontract_count,
  NULL::VARCHAR AS consortium_type, NULL::VARCHAR AS social_clauses, NULL::VARCHAR AS environmental_clauses,
  NULL::BOOLEAN AS is_innovative, NULL::VARCHAR AS place_code, NULL::VARCHAR AS place_type, platform, 1::INTEGER AS source_count, source_id, record_number
FROM contracts_kept c
JOIN (SELECT contract_uid, award_uid FROM awards_grouped) a USING (contract_uid)
LEFT JOIN (SELECT contract_uid, max(n) AS n FROM modifications_merged GROUP BY contract_uid) m USING (contract_uid)
ORDER BY notified_on, contract_uid
