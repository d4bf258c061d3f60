-- One mandate of a college; keys role, starts_on. Staged in its final shape.
SELECT * FROM staged_mandate ORDER BY starts_on
