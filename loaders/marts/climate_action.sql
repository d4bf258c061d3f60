-- One action of the climate plan whose effect is printed; key action. The line of sector "total" is their printed sum.
SELECT sector, action, from_year, to_year, reduction_mt, status, is_published, note, source_url, source_id
FROM staged_climate_action
ORDER BY reduction_mt DESC, action
