-- One row per supplier of an award; keys award_uid, supplier_id. The declared identifier shown is the first one met,
-- a repaired one only when the supplier has no sound one here.
WITH named AS (
  SELECT a.award_uid, h.supplier_id, h.siren, h.id_declared, h.id_issue
  FROM awards_grouped a JOIN staged_holder h USING (rid)
  QUALIFY row_number() OVER (
    PARTITION BY a.award_uid, h.supplier_id ORDER BY h.id_issue IS NOT NULL, a.contract_uid, h.n
  ) = 1
)
SELECT *, count(*) OVER (PARTITION BY award_uid)::INTEGER AS supplier_count FROM named
