-- One economic award; keys award_uid. Its words are those of its first contract, its amount is counted once.
WITH grouped AS (
  SELECT award_uid, count(*)::INTEGER AS contract_count, sum(amount_declared)::DOUBLE AS amount_declared_eur
  FROM awards_grouped GROUP BY award_uid
), suppliers AS (
  SELECT award_uid, any_value(supplier_count) AS supplier_count FROM award_suppliers GROUP BY award_uid
)
SELECT g.award_uid, kind, buyer_siren, object, cpv, left(cpv, 2) AS cpv_division, nature, "procedure",
  is_framework OR contract_count > 1 AS is_framework, notified_on, year(notified_on)::INTEGER AS year, duration_months,
  offers_received, contract_count, supplier_count, amount_declared_eur, amount_kept::DOUBLE AS amount_eur, amount_issue
FROM grouped g
JOIN contracts_kept c ON c.contract_uid = g.award_uid
JOIN suppliers s ON s.award_uid = g.award_uid
ORDER BY notified_on, g.award_uid
