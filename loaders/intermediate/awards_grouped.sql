-- One row per distinct contract with the economic award that it belongs to; keys contract_uid.
-- Contracts of one buyer with the same amount, notification date and full object are one framework declared once per
-- holder. Where they name the same holders they are several awards: the second of a holder goes to the second award.
-- `twin_uid` is then the first contract of those holders. `award_rid` is the record of the contract that gives the award its
-- identifier; `contract_count` and `award_amount` are those of the whole award.
-- Only the contracts whose key could be shared go through the windows: `hash` finds them, the whole key decides.
WITH keyed AS (
  SELECT rid, hash(buyer_key, kind, amount_declared, notified_on, object) AS key_hash
  FROM contracts_kept
  WHERE amount_kept IS NOT NULL AND object IS NOT NULL AND notified_on IS NOT NULL
), shared AS (
  SELECT rid FROM keyed SEMI JOIN (SELECT key_hash FROM keyed GROUP BY key_hash HAVING count(*) > 1) USING (key_hash)
), holders AS (
  SELECT rid, string_agg(DISTINCT supplier_id, ' ' ORDER BY supplier_id) AS holder_set
  FROM staged_holder SEMI JOIN shared USING (rid) GROUP BY rid
), same_key AS (
  SELECT contract_uid, rid, kind, buyer_key, object, notified_on, amount_declared,
    row_number() OVER same_holders AS occurrence, min(contract_uid) OVER same_holders AS first_of_holders
  FROM contracts_kept JOIN holders USING (rid)
  WINDOW same_holders AS (
    PARTITION BY buyer_key, kind, amount_declared, notified_on, object, holder_set ORDER BY contract_uid
  )
)
SELECT contract_uid, rid, amount_declared, min(contract_uid) OVER framework AS award_uid,
  arg_min(rid, contract_uid) OVER framework AS award_rid, (count(*) OVER framework)::INTEGER AS contract_count,
  sum(amount_declared) OVER framework AS award_amount,
  row_number() OVER (framework ORDER BY contract_uid) AS position,
  row_number() OVER (PARTITION BY buyer_key, kind, amount_declared, notified_on, object ORDER BY contract_uid) AS position_in_key,
  CASE WHEN occurrence > 1 THEN first_of_holders END AS twin_uid
FROM same_key
WINDOW framework AS (PARTITION BY buyer_key, kind, amount_declared, notified_on, object, occurrence)
UNION ALL
SELECT contract_uid, rid, amount_declared, contract_uid, rid, 1, amount_declared, 1, 1, NULL
FROM contracts_kept ANTI JOIN shared USING (rid)
