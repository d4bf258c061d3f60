-- One year × series × perimeter × sector of greenhouse gas emissions; keys series, perimeter, sector, year. Targets of the plan 2024-2030
-- stand beside the two series from which that plan measures them.
WITH plan_targets(series, sector, indicator) AS (
  VALUES
    ('plan2024_territoire', 'total', 'émissions locales – total'),
    ('plan2024_territoire', 'résidentiel', 'émissions – résidentiel'),
    ('plan2024_territoire', 'tertiaire', 'émissions – tertiaire'),
    ('plan2024_territoire', 'industrie', 'émissions – industrie'),
    ('plan2024_territoire', 'transport intra-muros (hors aérien)', 'émissions – transport intra-muros'),
    ('plan2024_territoire', 'déchets', 'émissions – déchets'),
    ('plan2024_empreinte', 'total', 'empreinte carbone – total'),
    ('plan2024_empreinte', 'énergie', 'empreinte – énergie'),
    ('plan2024_empreinte', 'transport (aérien compris)', 'empreinte – transport (aérien compris)'),
    ('plan2024_empreinte', 'consommation (alimentation comprise)', 'empreinte – consommation (alimentation comprise)')
), targets AS (
  SELECT p.series, p.sector, any_value(baseline_year) AS baseline_year, any_value(baseline_value) AS baseline_mt,
    any_value(target_value) FILTER (target_year = 2030) AS target_2030_mt,
    any_value(target_value) FILTER (target_year = 2050) AS target_2050_mt
  FROM plan_targets p JOIN staged_target t USING (indicator)
  WHERE t.plan = '2024-2030' AND t.unit = 'MtCO2e' AND t.is_published
  GROUP BY p.series, p.sector
)
SELECT series, perimeter, sector, level, year, emissions_mt, status, note, baseline_year, baseline_mt, target_2030_mt,
  target_2050_mt, source_url, source_id
FROM staged_emission LEFT JOIN targets USING (series, sector)
WHERE is_published
QUALIFY row_number() OVER (PARTITION BY series, perimeter, sector, year ORDER BY record_number) = 1
ORDER BY series, sector, year, perimeter
