-- One supplier; keys supplier_id.
WITH totals AS (
  SELECT supplier_id, any_value(s.siren) AS supplier_siren, count(*)::INTEGER AS award_count,
    sum((amount_kept / supplier_count)::DECIMAL(24, 6))::DOUBLE AS amount_eur
  FROM award_suppliers s JOIN contracts_kept c ON c.rid = s.award_rid
  GROUP BY supplier_id
)
SELECT supplier_id, supplier_siren, supplier_name, k.supplier_id IS NOT NULL AS is_registered, legal_form, legal_form_label, naf, size_band, size_class,
  enterprise_category, is_association, is_cooperative, is_ess, commune_code, commune_name, department_code,
  region_code, created_on, is_closed, award_count, amount_eur
FROM totals t
JOIN suppliers_named USING (supplier_id)
LEFT JOIN suppliers_known k USING (supplier_id)
ORDER BY supplier_id
