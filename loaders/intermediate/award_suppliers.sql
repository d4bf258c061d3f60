-- One row per supplier of an award; keys award_uid, supplier_id. The declared identifier shown is the first one met,
-- a repaired one only when the supplier has no sound one here. Most awards are one contract of one holder: only the others
-- go through the windows.
WITH told AS (
  SELECT a.award_uid, a.award_rid, a.contract_count, a.contract_uid, h.n, h.holder_count, h.supplier_id, h.siren,
    h.id_declared, h.id_issue
  FROM awards_grouped a JOIN staged_holder h USING (rid)
), named AS (
  SELECT * FROM told
  WHERE contract_count > 1 OR holder_count > 1
  QUALIFY row_number() OVER (
    PARTITION BY award_rid, supplier_id ORDER BY id_issue IS NOT NULL, contract_uid, n
  ) = 1
)
SELECT award_uid, award_rid, contract_count, supplier_id, siren, id_declared, id_issue, 1 AS supplier_count
FROM told WHERE contract_count = 1 AND holder_count = 1
UNION ALL
SELECT award_uid, award_rid, contract_count, supplier_id, siren, id_declared, id_issue,
  count(*) OVER (PARTITION BY award_rid)::INTEGER
FROM named
