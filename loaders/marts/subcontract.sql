-- One declared acte de sous-traitance or change of one; keys contract_uid, n.
SELECT contract_uid, n, kind, act_id, has_act, siren AS subcontractor_siren, id_declared AS subcontractor_id_declared,
  notified_on, published_on, duration_months, amount_declared::DOUBLE AS amount_declared_eur
FROM subcontracts_merged
ORDER BY contract_uid, n
