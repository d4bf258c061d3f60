-- One row per distinct contract with the economic award that it belongs to; keys contract_uid.
-- Contracts of one buyer with the same amount, notification date and full object are one framework declared once per
-- holder. Where they name the same holders they are several awards: the second of a holder goes to the second award.
WITH holders AS (
  SELECT rid, string_agg(DISTINCT supplier_id, ' ' ORDER BY supplier_id) AS holder_set FROM staged_holder GROUP BY rid
), keyed AS (
  SELECT c.contract_uid, c.rid, c.kind, c.buyer_key, c.object, c.notified_on, c.amount_declared, h.holder_set,
    c.amount_kept IS NOT NULL AND c.object IS NOT NULL AND c.notified_on IS NOT NULL AS has_key
  FROM contracts_kept c JOIN holders h USING (rid)
), same_key AS (
  SELECT *, row_number() OVER (
    PARTITION BY buyer_key, kind, amount_declared, notified_on, object, holder_set ORDER BY contract_uid
  ) AS occurrence
  FROM keyed WHERE has_key
)
SELECT contract_uid, rid, amount_declared, min(contract_uid) OVER framework AS award_uid,
  row_number() OVER (framework ORDER BY contract_uid) AS position,
  row_number() OVER (PARTITION BY buyer_key, kind, amount_declared, notified_on, object ORDER BY contract_uid) AS position_in_key
FROM same_key
WINDOW framework AS (PARTITION BY buyer_key, kind, amount_declared, notified_on, object, occurrence)
UNION ALL
SELECT contract_uid, rid, amount_declared, contract_uid, 1, 1 FROM keyed WHERE has_key IS NOT TRUE
