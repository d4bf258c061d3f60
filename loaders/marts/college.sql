-- One college of the Agora; key college_id. Staged in its final shape.
SELECT * FROM staged_college ORDER BY n
