-- One census year × arrondissement, or Paris; keys year, area.
SELECT year, area, area_code, population, source_url, source_id
FROM staged_population
ORDER BY year, area_code
