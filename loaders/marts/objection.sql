-- One objection to a version; keys proposal_id, version, n. Staged in its final shape.
SELECT * FROM staged_objection ORDER BY proposal_id, version, n
