-- One row per award that has peers, the narrowest group of at least 30; keys rid. z counts spreads from the median, both
-- on log10; it is null where the group has no spread. A framework is what the table `award` calls so.
WITH told AS (
  SELECT rid, kind, division, is_framework OR contract_count > 1 AS is_framework, log_eur, has_cents
  FROM peer_logs JOIN awards_grouped USING (rid) ANTI JOIN peer_files USING (source_id, platform)
  WHERE position = 1
), widths AS (
  SELECT k.kind, k.division, k.is_framework, min(g.width) AS width
  FROM (SELECT DISTINCT kind, division, is_framework FROM told) k JOIN peer_groups g ON g.kind = k.kind
    AND (g.width = 3 OR g.division = k.division) AND (g.width > 0 OR g.is_framework = k.is_framework)
  GROUP BY ALL
), chosen AS (
  SELECT w.kind, w.division, w.is_framework, middle, top, spread, words
  FROM widths w JOIN peer_groups g ON g.width = w.width AND g.kind = w.kind
    AND (w.width = 3 OR g.division = w.division) AND (w.width > 0 OR g.is_framework = w.is_framework)
)
SELECT rid, log_eur, has_cents, middle, top, (log_eur - middle) / nullif(spread, 0) AS z, words
FROM told JOIN chosen USING (kind, division, is_framework)
