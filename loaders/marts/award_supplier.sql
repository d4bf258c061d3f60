-- One supplier of an award; keys award_uid, supplier_id. The source gives no split: every supplier has the same share.
-- The age is unknown where the register says that the supplier began after the notification.
SELECT s.award_uid, s.supplier_id, s.siren AS supplier_siren, s.id_declared AS supplier_id_declared, s.id_issue,
  1.0::DOUBLE / supplier_count AS share, amount_kept::DOUBLE / supplier_count AS amount_eur,
  CASE WHEN created_on <= notified_on THEN date_diff('day', created_on, notified_on) / 365.25 END::DOUBLE AS age_years,
  year(notified_on)::INTEGER AS year, left(cpv, 2) AS cpv_division
FROM award_suppliers s
JOIN contracts_kept c ON c.contract_uid = s.award_uid
LEFT JOIN suppliers_known k USING (supplier_id)
ORDER BY s.award_uid, s.supplier_id
