-- One row per file and platform whose amounts seem to be in cents; keys source_id, platform. Not one of at least 30
-- amounts has cents, and half of them stand more than a power of ten above the median of their peers: contracts of the
-- same kind and CPV division (30 at least) in the files that do have cents. Multiplying by 100 moves a file by two.
WITH files AS (
  SELECT source_id, platform, count(*) AS amounts, count(*) FILTER (has_cents) AS with_cents
  FROM peer_logs GROUP BY source_id, platform
), peers AS (
  SELECT kind, division, median(log_eur) AS peer_median
  FROM peer_logs JOIN files USING (source_id, platform)
  WHERE with_cents > 0 AND division <> ''
  GROUP BY kind, division HAVING count(*) >= 30
)
SELECT source_id, platform, any_value(amounts) AS amounts, count(*) AS compared, median(log_eur - peer_median) AS shift
FROM peer_logs JOIN files USING (source_id, platform) JOIN peers USING (kind, division)
WHERE with_cents = 0 AND amounts >= 30
GROUP BY source_id, platform
HAVING count(*) >= 30 AND median(log_eur - peer_median) > 1
