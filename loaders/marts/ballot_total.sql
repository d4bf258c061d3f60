-- Total of one college on one item of a session; keys session_id, proposal_id, version, college_id. Staged in its final shape.
SELECT * FROM staged_ballot_total ORDER BY held_on, session_id, proposal_id, version, college_id
