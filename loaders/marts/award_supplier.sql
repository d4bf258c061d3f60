-- One supplier of an award; keys award_uid, supplier_id. The source gives no split: every supplier has the same share.
-- The age is unknown where the register says that the supplier began after the notification. It counts whole years by the
-- calendar, then days in 366: it reaches three on the third anniversary, whatever leap day lies between.
SELECT s.award_uid, s.supplier_id, s.siren AS supplier_siren, s.id_declared AS supplier_id_declared, s.id_issue,
  1.0::DOUBLE / s.supplier_count AS share, amount_kept::DOUBLE / s.supplier_count AS amount_eur,
  CASE WHEN created_on <= notified_on THEN date_sub('year', created_on, notified_on) + date_diff(
    'day', created_on + to_years(date_sub('year', created_on, notified_on)::INTEGER), notified_on
  ) / 366 END::DOUBLE AS age_years,
  year(notified_on)::INTEGER AS year, left(cpv, 2) AS cpv_division, buyer_siren, "procedure",
  is_framework OR contract_count > 1 AS is_framework, notified_on, k.supplier_id IS NOT NULL AS is_registered,
  enterprise_category, size_class, is_association, is_cooperative, is_ess, is_ess_flagged, is_ess_form, commune_code,
  department_code, place_of_supplier(s.supplier_id, department_code) AS supplier_place, previous_award_on, observed_since,
  awarded_next_year
FROM award_suppliers s
JOIN contracts_kept c ON c.rid = s.award_rid
LEFT JOIN suppliers_known k ON k.supplier_id = s.supplier_id
LEFT JOIN buyer_years b ON b.buyer_key = c.buyer_key AND b.year = year(notified_on)
LEFT JOIN supplier_years y ON y.buyer_key = c.buyer_key AND y.supplier_id = s.supplier_id AND y.year = year(notified_on)
ORDER BY s.award_uid, s.supplier_id
