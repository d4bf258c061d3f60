-- One economic award, as the explorer reads it; keys award_uid. Its suppliers stand in one cell, in the order of their
-- identifiers; a name that may not be published leaves its place empty. Categories and places are sets, sorted.
WITH suppliers AS (
  SELECT award_uid, string_agg(supplier_id, ' ; ' ORDER BY supplier_id) AS supplier_ids,
    nullif(string_agg(replace(coalesce(supplier_name, ''), ' ; ', ', '), ' ; ' ORDER BY supplier_id), '') AS supplier_names,
    string_agg(DISTINCT coalesce(enterprise_category, 'inconnu'), ' ; ' ORDER BY coalesce(enterprise_category, 'inconnu'))
      AS supplier_categories,
    string_agg(DISTINCT coalesce(place, 'inconnu'), ' ; ' ORDER BY coalesce(place, 'inconnu')) AS supplier_places
  FROM (
    SELECT s.award_uid, s.supplier_id, supplier_name, enterprise_category,
      place_of_supplier(s.supplier_id, department_code) AS place
    FROM award_suppliers s JOIN suppliers_named USING (supplier_id) LEFT JOIN suppliers_known USING (supplier_id)
  )
  GROUP BY award_uid
)
SELECT award_uid, object, notified_on, year(notified_on)::INTEGER AS year, left(cpv, 2) AS cpv_division, "procedure",
  amount_kept::DOUBLE AS amount_eur, supplier_ids, supplier_names, supplier_categories, supplier_places
FROM suppliers JOIN contracts_kept ON contract_uid = award_uid
ORDER BY notified_on, award_uid
