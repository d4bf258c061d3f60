-- One field of one platform in one year; keys field, platform, year.
SELECT ''::VARCHAR AS field, ''::VARCHAR AS platform, NULL::INTEGER AS year, 0::INTEGER AS asked,
  0::INTEGER AS answered, NULL::VARCHAR AS default_value, 0::INTEGER AS default_count
WHERE false
