import type {DuckDBConnection} from "@duckdb/node-api";
import {checkKeys, damaged, text, type CsvFile} from "./csv.js";

/** Columns of the staged table. */
export const cpvTable = {source_id: "VARCHAR", code: "VARCHAR", label: "VARCHAR"};

/**
 * Codes of a CPV list, eight digits each, with their French label.
 *
 * @throws {Error} On a cell that is no code with its check digit, a code without label, or one met twice.
 */
export function stageCpvList(file: CsvFile) {
  const rows = file.rows.map((row) => ({
    source_id: file.sourceId,
    line: row.line,
    declared: text(file, row, "CODE"),
    label: text(file, row, "FR")
  }));
  const wrong = rows.find(({declared}) => !/^[0-9]{8}-[0-9]$/.test(declared));
  if (wrong) throw damaged(file, wrong.line, "un code CPV de huit chiffres et sa clé dans « CODE »", wrong.declared);
  checkKeys(file, rows, ({declared}) => declared);
  return rows.map(({declared, ...row}) => ({...row, code: declared.slice(0, 8)}));
}

/** Takes out of `staged_contract` the padded codes that the given lists do not have; without a list, none. */
export async function checkPaddedCpv(db: DuckDBConnection): Promise<void> {
  await db.run(
    `UPDATE staged_contract SET cpv = NULL
     WHERE cpv NOT IN (SELECT code FROM staged_cpv)
       AND EXISTS (SELECT 1 FROM staged_cpv)
       AND NOT regexp_matches(regexp_replace(cpv_declared, '\\s', '', 'g'), '^[0-9]{8}')`
  );
}
