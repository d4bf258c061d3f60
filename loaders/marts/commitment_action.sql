-- One action of a commitment, in the order of its plan; keys action_id.
SELECT plan, commitment_id, commitment, domain, lead, partners, problem, page_url, follow_up, action_id, record_number AS n,
  block, action, calendar, is_paired_by_order, starts_on, ends_on, state, len(evidence)::INTEGER AS evidence_count, note,
  site_pages, checked_on, source_id
FROM staged_commitment
ORDER BY n, action_id
