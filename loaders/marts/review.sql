-- Yearly review of a version; keys proposal_id, version, year. Staged in its final shape.
SELECT * FROM staged_review ORDER BY proposal_id, version, year
