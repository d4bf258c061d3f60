import {judgedIdentifiers} from "./holder.js";

/**
 * One row per acte de sous-traitance that a record declares (`act`), then per change of one (`change`). `occurrence`
 * numbers those that a record declares twice with the same id, date and amount.
 */
export const subcontractSql = `
WITH acts AS (
  SELECT rid, 'act' AS kind, UNNEST(generate_series(1, len(subcontracts))) AS position, UNNEST(subcontracts) AS act
  FROM decp
), changes AS (
  SELECT rid, 'change' AS kind, UNNEST(generate_series(1, len(subcontract_changes))) AS position,
    UNNEST(subcontract_changes) AS act
  FROM decp
), told AS (
  SELECT rid, kind, position, act.id AS id, act.holder_id AS holder_id, act.holder_scheme AS holder_scheme,
    act.notified_on AS notified, act.published_on AS published, act.duration_months AS months, act.amount AS amount
  FROM acts
  UNION ALL
  SELECT rid, kind, position, act.id, NULL, NULL, act.notified_on, act.published_on, act.duration_months, act.amount
  FROM changes
)
SELECT rid, kind, position, id, siren, text_of(id_declared) AS id_declared, notified_on, published_on, duration_months,
  amount_declared, row_number() OVER (PARTITION BY rid, kind, id, notified_on, amount_declared ORDER BY position) AS occurrence
FROM (${judgedIdentifiers(`
  SELECT rid, kind, position, text_of(id) AS id, holder_id AS id_declared, holder_scheme AS scheme_declared,
    day_of(notified) AS notified_on, day_of(published) AS published_on, quantity_of(months) AS duration_months,
    amount_of(amount) AS amount_declared
  FROM told`)})`;
