-- One session of the Agora; key session_id. Staged in its final shape.
SELECT * FROM staged_session ORDER BY held_on, session_id
