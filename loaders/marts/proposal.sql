-- One version of a proposed indicator; keys proposal_id, version. Staged in its final shape.
SELECT * FROM staged_proposal ORDER BY created_on, proposal_id, version
