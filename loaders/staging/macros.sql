-- Checks and readings that several staging tables share. Those with a twin in src/lib are tested against it.

-- Luhn sum of a text of digits (twin: src/lib/siren.ts).
CREATE MACRO luhn_sum(digits) AS list_sum(list_transform(
  range(1, length(digits) + 1),
  lambda i: CASE WHEN (length(digits) - i) % 2 = 0 THEN digits[i]::INTEGER ELSE translate(digits[i], '0123456789', '0246813579')::INTEGER END
));

CREATE MACRO is_siren(x) AS
  CASE WHEN x IS NULL OR NOT regexp_matches(x, '^[0-9]{9}$') THEN false ELSE luhn_sum(x) % 10 = 0 END;

CREATE MACRO is_siret(x) AS CASE
  WHEN x IS NULL OR NOT regexp_matches(x, '^[0-9]{14}$') THEN false
  WHEN luhn_sum(x) % 10 = 0 THEN true
  ELSE starts_with(x, '356000000') AND list_sum(list_transform(range(1, 15), lambda i: x[i]::INTEGER)) % 5 = 0
END;

-- Twin: fold() of src/lib/enumerations.ts.
CREATE MACRO fold(x) AS
  trim(regexp_replace(replace(strip_accents(lower(x)), 'œ', 'oe'), '[^a-z0-9]+', ' ', 'g'));

-- A text without what surrounds it; null when nothing is left.
CREATE MACRO text_of(x) AS nullif(regexp_replace(x, '^[\s\x{00A0}]+|[\s\x{00A0}]+$', '', 'g'), '');

-- Euros: "1234.5", "1 234,50 €". Null when it is no number, or outside [0, 10¹¹[.
CREATE MACRO amount_within_range(x) AS CASE WHEN x >= 0 AND x < 100000000000 THEN x END;
CREATE MACRO compact_amount(x) AS regexp_replace(x, '[\s\x{00A0}\x{202F}€]', '', 'g');
CREATE MACRO amount_of(x) AS amount_within_range(TRY_CAST(
  CASE WHEN regexp_matches(compact_amount(x), '^-?[0-9]+,[0-9]{1,2}$') THEN replace(compact_amount(x), ',', '.') ELSE compact_amount(x) END
  AS DECIMAL(18, 2)
));

-- Day of an ISO date, its time and zone cut off. Null when unreadable or outside 1990–2100.
CREATE MACRO day_of(x) AS CASE
  WHEN regexp_matches(trim(x), '^[0-9]{4}-[0-9]{2}-[0-9]{2}') AND TRY_CAST(left(trim(x), 10) AS DATE) BETWEEN DATE '1990-01-01' AND DATE '2100-12-31'
  THEN TRY_CAST(left(trim(x), 10) AS DATE)
END;

-- A finite number that is at least zero.
CREATE MACRO quantity_of(x) AS CASE WHEN isfinite(TRY_CAST(x AS DOUBLE)) AND TRY_CAST(x AS DOUBLE) >= 0 THEN TRY_CAST(x AS DOUBLE) END;
