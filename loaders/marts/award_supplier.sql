-- One supplier of an award; keys award_uid, supplier_id. The source gives no split: every supplier has the same share.
SELECT s.award_uid, s.supplier_id, s.siren AS supplier_siren, s.id_declared AS supplier_id_declared, s.id_issue,
  1.0::DOUBLE / supplier_count AS share, amount_kept::DOUBLE / supplier_count AS amount_eur,
  NULL::DOUBLE AS age_years, year(notified_on)::INTEGER AS year, left(cpv, 2) AS cpv_division
FROM award_suppliers s JOIN contracts_kept c ON c.contract_uid = s.award_uid
ORDER BY s.award_uid, s.supplier_id
