-- One piece of evidence of an action; keys action_id, n.
SELECT action_id, generate_subscripts(evidence, 1)::INTEGER AS n, unnest(evidence).url AS url, unnest(evidence).says AS says,
  source_id
FROM staged_commitment
ORDER BY action_id, n
