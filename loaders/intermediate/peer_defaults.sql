-- One row per field of a platform with at least 100 answers; keys field, platform.
SELECT field, platform, sum(answered)::INTEGER AS answered, sum(default_count)::INTEGER AS same,
  any_value(default_value) AS default_value
FROM completeness_counted
GROUP BY field, platform
HAVING sum(answered) >= 100
