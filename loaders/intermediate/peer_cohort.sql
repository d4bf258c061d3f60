-- One row per contract of a closed cohort; keys contract_uid: notified at least six months before the newest publication, so that a
-- late publication had the time to be seen. The newest is read at 99.9 %: one date in 2099 must not close every cohort.
SELECT contract_uid, min(notified_on) AS notified_on, min(published_on) AS first_published_on
FROM staged_contract
WHERE notified_on IS NOT NULL AND published_on IS NOT NULL
GROUP BY contract_uid
HAVING min(notified_on) <= (SELECT quantile_disc(published_on, 0.999) FROM staged_contract) - INTERVAL 6 MONTH
