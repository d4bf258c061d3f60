/** Words that say "none" in a list of answers. */
const denial = "sans objet|pas de .*|aucune?";

/** SQL condition: a list holds both an answer and its denial. */
function isContradictory(list: string): string {
  return `len(${list}) > 1 AND len(list_filter(${list}, x -> regexp_full_match(fold(x), '${denial}'))) BETWEEN 1 AND len(list_distinct(${list})) - 1`;
}

/**
 * What shows that a record is fictional, null when nothing does: a buyer of the platforms' own trials, the row of the
 * digits in the identifier, or an object of at most three words that says "test" ("kits de test" is a real purchase).
 */
const testEvidence = `nullif(concat_ws(' ; ',
    CASE WHEN upper(trim(buyer_name)) IN ('AIFE', 'ESSENTIEL', 'TEST APC') THEN 'acheteur : ' || trim(buyer_name) END,
    CASE WHEN contains(id, '123456789') THEN 'identifiant : ' || trim(id) END,
    CASE WHEN length(object) < 40 AND contains(lower(object), 'test') AND regexp_matches(fold(object), '\\btest\\b')
      AND len(string_split(fold(object), ' ')) <= 3 AND NOT regexp_matches(fold(object), '\\b(de|d) test')
      THEN 'objet : ' || trim(object) END
  ), '')`;

/**
 * Marks that only the declared words show; one row per record, rule and field. Reads `decp`. `test-record`: the record
 * is fictional; `value-and-denial`: a list holds both an answer and "none".
 */
export const markSql = `
SELECT rid, 'test-record' AS rule, 'record' AS field, coalesce(id, '') AS declared, evidence
FROM (SELECT rid, text_of(id) AS id, ${testEvidence} AS evidence FROM decp) WHERE evidence IS NOT NULL
${["techniques", "modalities", "social", "environmental"]
  .map(
    (field) =>
      `UNION ALL SELECT rid, 'value-and-denial', '${field}', array_to_string(${field}, ' ; '), NULL FROM decp WHERE ${isContradictory(field)}`
  )
  .join("\n")}`;
