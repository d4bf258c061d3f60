-- One row per group of at least 30 awards that are peers, in three widths: kind, division and framework or not (width 0);
-- kind and division (1); kind (3). Keys kind, division, is_framework, width. The spread is the median absolute deviation, scaled to the standard deviation of a
-- normal law. An award that merges several contracts is a framework, as in the table `award`.
WITH logs AS (
  SELECT kind, division, is_framework OR contract_count > 1 AS is_framework, log_eur
  FROM peer_logs JOIN awards_grouped USING (rid) ANTI JOIN peer_files USING (source_id, platform)
  WHERE position = 1
), measured AS (
  SELECT kind, division, is_framework, GROUPING(kind, division, is_framework) AS width, count(*) AS peers,
    median(log_eur) AS middle, 1.4826 * mad(log_eur) AS spread, quantile_cont(log_eur, 0.99) AS top
  FROM logs
  GROUP BY GROUPING SETS ((kind, division, is_framework), (kind, division), (kind))
  HAVING count(*) >= 30
)
SELECT *, concat(
    'pairs : ', CASE kind WHEN 'marche' THEN 'marchés' ELSE 'concessions' END,
    CASE WHEN width < 3 THEN ', division CPV ' || division ELSE ', toutes divisions' END,
    CASE WHEN width = 0 THEN CASE WHEN is_framework THEN ', accords-cadres' ELSE ', hors accords-cadres' END END,
    ' ; n = ', peers, ' ; médiane = ', euros_text(10 ** middle)
  ) AS words
FROM measured WHERE width = 3 OR division <> ''
