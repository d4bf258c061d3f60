-- One row per contract of a closed cohort; keys contract_uid: notified at least six months before the newest publication
-- of the build, so that a late publication had the time to be seen. A publication more than two years after its
-- notification does not date the build: one slip of the pen in 2099 would close every cohort.
SELECT contract_uid, min(notified_on) AS notified_on, min(published_on) AS first_published_on
FROM staged_contract
WHERE notified_on IS NOT NULL AND published_on IS NOT NULL
GROUP BY contract_uid
HAVING min(notified_on) <= (
  SELECT max(published_on) FROM staged_contract WHERE published_on <= notified_on + INTERVAL 2 YEAR
) - INTERVAL 6 MONTH
