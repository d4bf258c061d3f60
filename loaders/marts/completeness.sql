-- One field of one platform in one year; keys field, platform, year.
SELECT field, platform, year, asked, answered, default_value, default_count
FROM completeness_counted
ORDER BY field, platform, year
