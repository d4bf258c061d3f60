/** What a field asks, and of which records: of every one, of the dialect v2 alone, or of marchés alone. */
interface AskedField {
  /** SQL expression of the declared answer; null or a text. */
  value: string;
  /** SQL condition on `kind` and `dialect`; absent when every record is asked. */
  asked?: string;
}

/** Records of a platform among which its most frequent answers are looked for. */
const sampleSize = 2_000;

const marche = "kind = 'marche'";
const v2 = "dialect = 'v2'";
const text = (list: string) => `nullif(array_to_string(${list}, '; '), '')`;

const fields: Readonly<Record<string, AskedField>> = {
  amount: {value: "amount"},
  notified_on: {value: "notified_on"},
  published_on: {value: "published_on"},
  duration_months: {value: "duration_months"},
  cpv: {value: "cpv", asked: marche},
  procedure: {value: `"procedure"`},
  nature: {value: "nature"},
  object: {value: "object"},
  holders: {value: "holders[1].id"},
  place: {value: "place_code", asked: `(${marche} OR dialect = 'v1')`},
  price_form: {value: "price_form", asked: marche},
  offers_received: {value: "offers_received", asked: `${v2} AND ${marche}`},
  consortium_type: {value: "consortium_type", asked: `${v2} AND ${marche}`},
  social: {value: text("social"), asked: v2},
  environmental: {value: text("environmental"), asked: v2},
  is_innovative: {value: "is_innovative", asked: `${v2} AND ${marche}`},
  has_subcontracting: {value: "has_subcontracting", asked: `${v2} AND ${marche}`},
  origin_eu: {value: "origin_eu", asked: `${v2} AND ${marche}`},
  origin_france: {value: "origin_france", asked: `${v2} AND ${marche}`},
  advance: {value: "has_advance", asked: `${v2} AND ${marche}`},
  ccag: {value: "ccag", asked: `${v2} AND ${marche}`}
};

const names = Object.keys(fields);
const each = (column: (name: string, field: AskedField) => string) =>
  names.map((name) => column(name, fields[name] as AskedField)).join(",\n    ");

/** The platform of a record, and the year of its notification. */
const producer = "coalesce(text_of(platform), 'non dite') AS producer";
const answer = ({value}: AskedField) => `answer_of(${value})`;

/** DECP records: city lists and OCDS are other questions. */
const asked = "dialect NOT IN ('city-list', 'ocds')";

/**
 * One row per DECP record: the hash of each of its answers, null where there is none. Equal texts have equal hashes, which
 * are much faster to compare and count. Reads `decp`.
 */
export const answersSql = `
SELECT source_id, kind, dialect, ${producer}, year(day_of(notified_text))::INTEGER AS notified_year,
  ${each((name) => `CASE WHEN "${name}" IS NOT NULL THEN hash("${name}") END AS "${name}"`)}
FROM (
  SELECT source_id, kind, dialect, platform, notified_on AS notified_text, ${each((name, field) => `${answer(field)} AS "${name}"`)}
  FROM decp WHERE ${asked}
)`;

/** About 2,000 records of each platform, spread over its records, with the texts of their answers. Reads `decp`. */
export const answersSampleSql = `
WITH records AS (
  SELECT rid, ${producer} FROM decp WHERE ${asked}
), sizes AS (
  SELECT producer, greatest(count(*) // ${sampleSize}, 1) AS step FROM records GROUP BY producer
), sampled AS (
  SELECT rid, producer FROM records JOIN sizes USING (producer) WHERE hash(rid) % step = 0
)
SELECT rid, producer, ${each((name, field) => `${answer(field)} AS "${name}"`)}
FROM decp JOIN sampled USING (rid)`;

/**
 * One row per field × platform × year of notification, over the DECP records. A table is asked what it has a column for:
 * what at least one of its rows answers. A value that more than 99 % of at least 100 answers of a platform share is its
 * default, and is counted apart; `default_value` is null where there is none. The candidate is the most frequent answer of
 * the platform's sample; all records are then counted. Reads `answers` and `answers_sample`.
 */
export const completenessSql = `
WITH majority AS (
  SELECT producer, ${each((name) => `mode("${name}" ORDER BY rid) AS "top_${name}"`)} FROM answers_sample GROUP BY producer
), tops AS (
  SELECT producer, ${each((name) => `hash("top_${name}") AS "top_${name}"`)} FROM majority
), grouped AS (
  SELECT producer, notified_year, kind, dialect, CASE WHEN dialect = 'tabular' THEN source_id END AS table_id,
    count(*) AS n,
    ${each((name) => `count("${name}") AS "answered_${name}", count(*) FILTER ("${name}" = "top_${name}") AS "same_${name}"`)}
  FROM answers LEFT JOIN tops USING (producer)
  GROUP BY ALL
), asked AS (
  SELECT *, ${each((name, {asked = "true"}) => `CASE WHEN dialect = 'tabular' THEN sum("answered_${name}") OVER (PARTITION BY table_id) > 0 ELSE ${asked} END AS "is_asked_${name}"`)}
  FROM grouped
), counted AS (
  SELECT producer, notified_year,
    ${each((name) => `sum(n) FILTER ("is_asked_${name}")::INTEGER AS "asked_${name}", sum("answered_${name}") FILTER ("is_asked_${name}")::INTEGER AS "answered_${name}", sum("same_${name}") FILTER ("is_asked_${name}")::INTEGER AS "same_${name}"`)}
  FROM asked GROUP BY producer, notified_year
), told AS (
  ${names.map((name) => `SELECT '${name}' AS field, producer AS platform, notified_year AS year, "asked_${name}" AS asked, "answered_${name}" AS answered, "top_${name}" AS majority_value, "same_${name}" AS same FROM counted LEFT JOIN majority USING (producer)`).join("\n  UNION ALL ")}
), judged AS (
  SELECT *, sum(answered) OVER producer >= 100 AND sum(same) OVER producer > 0.99 * sum(answered) OVER producer AS is_default
  FROM told WINDOW producer AS (PARTITION BY field, platform)
)
SELECT field, platform, year, asked, answered,
  CASE WHEN is_default THEN majority_value END AS default_value,
  CASE WHEN is_default THEN same ELSE 0 END AS default_count
FROM judged WHERE asked > 0`;
