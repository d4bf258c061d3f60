-- One row per contract that another name of the same buyer denotes; keys declared_uid. `reason` is "city-list": the
-- list of Paris puts the year before the identifier since 2024 ("2024" || "2024T09532"); or "padded-id": the identifier
-- carries the "00" of a first version (20220118, 2022011800) and declares the same amount and the same day.
WITH listed AS (
  SELECT DISTINCT contract_uid, contract_id FROM staged_contract
  WHERE dialect = 'city-list' AND buyer_siren = '217500016' AND regexp_matches(contract_id, '^20[0-9]{2}.')
), declared AS (
  SELECT DISTINCT contract_uid, contract_id FROM staged_contract
  WHERE dialect IS DISTINCT FROM 'city-list' AND buyer_siren = '217500016' AND EXISTS (FROM listed)
), padded AS (
  SELECT DISTINCT contract_uid, buyer_key, left(contract_id, length(contract_id) - 2) AS contract_id, amount_kept, notified_on
  FROM staged_contract
  WHERE contract_id LIKE '______%00' AND amount_kept IS NOT NULL AND notified_on IS NOT NULL
), matched AS (
  SELECT p.contract_uid AS declared_uid, min(c.contract_uid) AS contract_uid
  FROM padded p JOIN staged_contract c USING (buyer_key, contract_id, amount_kept, notified_on)
  GROUP BY p.contract_uid
)
SELECT l.contract_uid AS declared_uid, d.contract_uid, 'city-list' AS reason
FROM listed l JOIN declared d ON d.contract_id = substr(l.contract_id, 5)
WHERE l.contract_uid NOT IN (SELECT contract_uid FROM declared)
UNION ALL
SELECT declared_uid, contract_uid, 'padded-id' FROM matched
WHERE contract_uid NOT IN (SELECT declared_uid FROM matched)
