import {tables, type TableName} from "../schema.js";

/** A query in which named inputs became numbered parameters. */
export interface BoundQuery {
  /** With `$1`, `$2` … in the place of the inputs. */
  text: string;
  /** The inputs' names in the order of their numbers; a name used twice has one number. */
  names: string[];
}

/** Everything in a query in which a colon is no input: texts, quoted names, comments, casts; then an input. */
const pieces = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|::|(?<=^|[\s(,=<>+*/%|!-]):([a-z_]\w*)/gi;

/**
 * Finds the named inputs of a query (`:annee`), which are bound to a value and never pasted into the text.
 *
 * @param sql One or more statements.
 */
export function bindInputs(sql: string): BoundQuery {
  const names: string[] = [];
  const text = sql.replace(pieces, (piece, name: string | undefined) => {
    if (name === undefined) return piece;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return {text, names};
}

/** The published tables that a query names, in the order of the schema; a name in a text or a comment counts too. */
export function tablesNamed(sql: string): TableName[] {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return (Object.keys(tables) as TableName[]).filter((name) => words.has(name));
}

/** A query that a reader may start from. */
export interface QueryExample {
  name: string;
  sql: string;
  /** A first value for each of its inputs. */
  inputs: Readonly<Record<string, string>>;
}

/**
 * Queries that work on any data build.
 *
 * @param year The year that stands in the input `annee` at first.
 */
export function queryExamples(year: string): readonly QueryExample[] {
  return [
    {
      name: "Montant et nombre par année",
      inputs: {},
      sql: `SELECT year AS annee, count(*) AS attributions, sum(amount_eur) AS montant_eur
FROM award
GROUP BY year
ORDER BY year`
    },
    {
      name: "Les vingt premiers titulaires d’une année",
      inputs: {annee: year},
      sql: `SELECT coalesce(supplier_name, 'SIREN ' || supplier_id) AS titulaire,
  count(*) AS attributions, sum(l.amount_eur) AS montant_eur
FROM award_supplier AS l
JOIN supplier USING (supplier_id)
WHERE year = :annee AND l.supplier_siren IS NOT NULL
GROUP BY supplier_id, supplier_name
ORDER BY montant_eur DESC NULLS LAST
LIMIT 20`
    },
    {
      name: "Les attributions dont l’objet contient un mot",
      inputs: {mot: "école"},
      sql: `SELECT notified_on, object, "procedure", amount_eur
FROM award
WHERE strip_accents(object) ILIKE '%' || strip_accents(:mot) || '%'
ORDER BY notified_on DESC NULLS LAST
LIMIT 200`
    },
    {
      name: "Concentration par division CPV (indice de Herfindahl)",
      inputs: {},
      sql: `WITH total AS (
  SELECT cpv_division, supplier_siren, sum(amount_eur) AS montant_eur
  FROM award_supplier
  WHERE supplier_siren IS NOT NULL AND amount_eur > 0 AND cpv_division IS NOT NULL
  GROUP BY cpv_division, supplier_siren
), part AS (
  SELECT *, montant_eur / sum(montant_eur) OVER (PARTITION BY cpv_division) AS part FROM total
)
SELECT cpv_division, count(*) AS titulaires, sum(montant_eur) AS montant_eur, sum(part * part) AS hhi
FROM part
GROUP BY cpv_division
HAVING count(*) >= 5
ORDER BY hhi DESC`
    },
    {
      name: "Ce que chaque règle trouve, et son effet sur le total",
      inputs: {},
      sql: `SELECT rule AS regle, severity AS gravite, count(*) AS constats, sum(effect_eur) AS effet_eur
FROM finding
GROUP BY rule, severity
ORDER BY effet_eur NULLS LAST, constats DESC`
    }
  ];
}
