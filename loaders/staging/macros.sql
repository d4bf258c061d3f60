-- Checks and readings that several staging tables share. Those with a twin in src/lib are tested against it.

-- Luhn sum of a text of digits; SIREN; SIRET, La Poste's included (twins: src/lib/siren.ts).
-- Arithmetic on whole columns: ten times faster than a walk over each text.
CREATE MACRO digit_at(n, place) AS (n // (10::BIGINT ** place)::BIGINT % 10)::INTEGER;
CREATE MACRO doubled_at(n, place) AS 2 * digit_at(n, place) - CASE WHEN digit_at(n, place) > 4 THEN 9 ELSE 0 END;
CREATE MACRO luhn_sum(n) AS
  digit_at(n, 0) + doubled_at(n, 1) + digit_at(n, 2) + doubled_at(n, 3) + digit_at(n, 4) + doubled_at(n, 5) + digit_at(n, 6)
  + doubled_at(n, 7) + digit_at(n, 8) + doubled_at(n, 9) + digit_at(n, 10) + doubled_at(n, 11) + digit_at(n, 12) + doubled_at(n, 13);
CREATE MACRO digit_sum(n) AS
  digit_at(n, 0) + digit_at(n, 1) + digit_at(n, 2) + digit_at(n, 3) + digit_at(n, 4) + digit_at(n, 5) + digit_at(n, 6)
  + digit_at(n, 7) + digit_at(n, 8) + digit_at(n, 9) + digit_at(n, 10) + digit_at(n, 11) + digit_at(n, 12) + digit_at(n, 13);

CREATE MACRO is_siren(x) AS
  coalesce(regexp_full_match(x, '[0-9]{9}') AND x <> '000000000' AND luhn_sum(TRY_CAST(x AS BIGINT)) % 10 = 0, false);

CREATE MACRO is_siret(x) AS coalesce(
  regexp_full_match(x, '[0-9]{14}') AND NOT starts_with(x, '000000000') AND (
    luhn_sum(TRY_CAST(x AS BIGINT)) % 10 = 0
    OR starts_with(x, '356000000') AND digit_sum(TRY_CAST(x AS BIGINT)) % 5 = 0
  ),
  false
);

-- Twin: fold() of src/lib/enumerations.ts.
CREATE MACRO fold(x) AS
  trim(regexp_replace(replace(strip_accents(lower(x)), 'œ', 'oe'), '[^a-z0-9]+', ' ', 'g'));

-- A text without what surrounds it; null when nothing is left. Most have nothing around them, which the ends tell:
-- trimming walks over the whole text.
CREATE MACRO trimmed(x) AS nullif(trim(x, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '');
CREATE MACRO text_of(x) AS CASE
  WHEN x = '' OR unicode(x) IN (9, 10, 13, 32, 160) OR ends_with(x, ' ') OR ends_with(x, chr(9)) OR ends_with(x, chr(10))
    OR ends_with(x, chr(13)) OR ends_with(x, chr(160)) THEN trimmed(x)
  ELSE x
END;

-- Euros: "1234.5", "1 234,50 €". Null when it is no number, or outside [0, 10¹¹[.
CREATE MACRO amount_within_range(x) AS CASE WHEN x >= 0 AND x < 100000000000 THEN x END;
CREATE MACRO french_number(x) AS
  regexp_replace(regexp_replace(x, '[\s\x{00A0}\x{202F}€]', '', 'g'), '^(-?[0-9]+),([0-9]{1,2})$', '\1.\2');
CREATE MACRO amount_of(x) AS
  amount_within_range(coalesce(TRY_CAST(x AS DECIMAL(18, 2)), TRY_CAST(french_number(x) AS DECIMAL(18, 2))));

-- Day of an ISO date, its time and zone cut off, or of a French one (31/12/2024). Null when unreadable or outside
-- 1990–2100. What a date is written back as needs no closer look.
CREATE MACRO day_within_range(x) AS CASE WHEN x BETWEEN DATE '1990-01-01' AND DATE '2100-12-31' THEN x END;
CREATE MACRO day_of(x) AS day_within_range(
  CASE
    WHEN TRY_CAST(x AS DATE)::VARCHAR = x THEN TRY_CAST(x AS DATE)
    WHEN regexp_matches(x, '^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(left(trim(x), 10) AS DATE)
    WHEN regexp_matches(x, '^\s*[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}') THEN
      try_strptime(regexp_extract(x, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}'), '%d/%m/%Y')::DATE
  END
);

-- A finite number that is at least zero: "1.5", "1,5".
CREATE MACRO quantity_within_range(x) AS CASE WHEN isfinite(x) AND x >= 0 THEN x END;
CREATE MACRO quantity_of(x) AS
  quantity_within_range(coalesce(TRY_CAST(x AS DOUBLE), TRY_CAST(french_number(x) AS DOUBLE)));

-- The amount of a modification, which may be taken off.
CREATE MACRO signed_amount_of(x) AS
  coalesce(amount_of(x), CASE WHEN starts_with(trim(x), '-') THEN -amount_of(substr(trim(x), 2)) END);

-- A declared yes or no; null when it is neither. Here as below, a list that contains: an IN of more than five values is a
-- join of its own, for every row.
CREATE MACRO boolean_of(x) AS CASE
  WHEN list_contains(['true', '1', '1.0', 'oui', 'vrai', 'yes'], lower(trim(x))) THEN true
  WHEN list_contains(['false', '0', '0.0', 'non', 'faux', 'no'], lower(trim(x))) THEN false
END;

-- A declared answer; null when it says that there is none, in the words of the ministry's tables too.
CREATE MACRO answer_of(x) AS CASE
  WHEN strlen(x) > 3 OR NOT list_contains(['', 'NC', 'nc', 'MQ', 'INX', 'CDL', 'NaN', 'nan'], x) THEN x
END;

-- Numbers in the words of an evidence: « 1 234 567 € », « 6,4 ».
CREATE MACRO euros_text(x) AS replace(format('{:t_}', round(x)::BIGINT), '_', chr(8239)) || chr(160) || '€';
CREATE MACRO decimal_text(x) AS replace(format('{:.1f}', x), '.', ',');

-- Where a supplier's seat is. An identifier of another country, or a VAT number that is not French, says abroad.
CREATE MACRO place_of_supplier(id, department) AS CASE
  WHEN department = '75' THEN 'paris'
  WHEN department IN ('92', '93', '94') THEN 'petite-couronne'
  WHEN department IN ('77', '78', '91', '95') THEN 'ile-de-france'
  WHEN department IS NOT NULL THEN 'france'
  WHEN starts_with(id, 'UE:') OR starts_with(id, 'HORS-UE:') THEN 'etranger'
  WHEN regexp_matches(id, '^TVA:[A-Z]{2}') AND NOT starts_with(id, 'TVA:FR') THEN 'etranger'
END;
