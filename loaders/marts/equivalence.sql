-- One factor that turns a quantity into an everyday one; key key.
SELECT key, label, category, value, unit, quantity, vintage, status, is_published, note, source_url, source_id
FROM staged_equivalence
ORDER BY key
