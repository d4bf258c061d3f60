-- One input file that was read; keys source_id.
SELECT source_id, name, sha256, bytes, format, dataset, is_fictional, records_read, rows_staged, rows_refused
FROM source_files
ORDER BY dataset, name, source_id
