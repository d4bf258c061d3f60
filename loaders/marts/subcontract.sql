-- One declared acte de sous-traitance or change of one; keys contract_uid, n.
SELECT ''::VARCHAR AS contract_uid, 0::INTEGER AS n, ''::VARCHAR AS kind, NULL::VARCHAR AS act_id, false AS has_act,
  NULL::VARCHAR AS subcontractor_siren, NULL::VARCHAR AS subcontractor_id_declared, NULL::DATE AS notified_on,
  NULL::DATE AS published_on, NULL::DOUBLE AS duration_months, NULL::DOUBLE AS amount_declared_eur
WHERE false
