-- One presentation of a college to the Council; keys session_id, college_id. Staged in its final shape.
SELECT * FROM staged_presentation ORDER BY council_on, session_id, college_id
