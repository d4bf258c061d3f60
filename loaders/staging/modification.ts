/**
 * One row per modification that a record declares. `occurrence` numbers those that a record declares twice with the
 * same id, date and amount, so that they stay apart when records are merged.
 */
export const modificationSql = `
WITH declared AS (
  SELECT rid, UNNEST(generate_series(1, len(modifications))) AS position, UNNEST(modifications) AS modification FROM decp
)
SELECT rid, position, text_of(modification.id) AS id, text_of(modification.object) AS object,
  modification.notified_on AS notified_declared, day_of(modification.notified_on) AS notified_on,
  day_of(modification.published_on) AS published_on, quantity_of(modification.duration_months) AS duration_months,
  signed_amount_of(modification.amount) AS amount_declared,
  row_number() OVER (PARTITION BY rid, modification.id, modification.notified_on, modification.amount ORDER BY position) AS occurrence
FROM declared`;
