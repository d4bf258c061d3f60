-- One row per record with a usable amount; keys rid. Peers are compared on log10, where a factor is a distance.
SELECT rid, source_id, coalesce(platform, '') AS platform, kind, coalesce(left(cpv, 2), '') AS division, is_framework,
  log10(amount_kept::DOUBLE) AS log_eur, amount_kept <> floor(amount_kept) AS has_cents
FROM staged_contract
WHERE amount_kept > 0
