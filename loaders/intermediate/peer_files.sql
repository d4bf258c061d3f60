-- One row per file and platform whose amounts are in cents; keys source_id, platform. Either another file proves it
-- (amounts_settled), or it seems so: not one of at least 30 amounts has cents, and half of them stand more than a
-- power of ten above the median of their peers: contracts of the same kind and CPV division (30 at least) in the files
-- that do have cents. Multiplying by 100 moves a file by two.
WITH files AS (
  SELECT source_id, platform, count(*) AS amounts, count(*) FILTER (has_cents) AS with_cents
  FROM peer_logs GROUP BY source_id, platform
), peers AS (
  SELECT kind, division, median(log_eur) AS peer_median
  FROM peer_logs JOIN files USING (source_id, platform)
  WHERE with_cents > 0 AND division <> ''
  GROUP BY kind, division HAVING count(*) >= 30
), proven AS (
  SELECT source_id, platform, concat('tout le fichier : ', hundredfold, ' des ', compared,
    ' montants que déclare aussi le fichier ', proof_source_id, ' y valent exactement cent fois moins') AS words
  FROM files JOIN amounts_settled USING (source_id)
  QUALIFY row_number() OVER (PARTITION BY source_id, platform ORDER BY hundredfold DESC, proof_source_id) = 1
)
SELECT source_id, platform, concat('tout le fichier : ', any_value(amounts),
    ' montants, aucun avec des centimes ; la moitié dépasse de plus de ',
    round(10 ** median(log_eur - peer_median))::INTEGER, ' fois la médiane de ses pairs') AS words
FROM peer_logs JOIN files USING (source_id, platform) JOIN peers USING (kind, division) ANTI JOIN proven USING (source_id, platform)
WHERE with_cents = 0 AND amounts >= 30
GROUP BY source_id, platform
HAVING count(*) >= 30 AND median(log_eur - peer_median) > 1
UNION ALL FROM proven
