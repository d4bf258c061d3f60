-- One step in the life of a version; keys proposal_id, version, n. Staged in its final shape.
SELECT * FROM staged_step ORDER BY proposal_id, version, n
