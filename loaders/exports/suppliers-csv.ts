import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import {listSuppliers, listedColumns} from "../../src/figures/supplier-table.js";
import {csvLine} from "../../src/lib/csv.js";
import {rowsOf} from "../../src/lib/rows.js";

/**
 * `fournisseurs.csv` of a data build: every supplier with a SIREN, the largest amount first (RFC 4180, UTF-8, raw
 * numbers, an empty cell where unknown). A name is that of a legal person; a sole trader has his number only.
 *
 * @param folder The data build, normally `data/build`.
 * @throws {Error} When the mart is missing: the data was not built.
 */
export function suppliersCsvOf(folder: string): string {
  const rows = rowsOf("supplier", tableFromIPC(readFileSync(`${folder}/marts/supplier.arrow`)), listedColumns);
  const lines = listSuppliers(rows).map((supplier) =>
    csvLine([...listedColumns.map((key) => supplier[key]), supplier.share])
  );
  return `${[csvLine([...listedColumns, "share"]), ...lines].join("\r\n")}\r\n`;
}
