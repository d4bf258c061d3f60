import type {ArrowLike} from "../../lib/rows.js";
import type {Row} from "../../lib/schema.js";
import {readArrow} from "../marts.js";
import type {Site} from "../site.js";
import {rowsWhere} from "./rows-where.js";

/** What the card of a contract is made of. */
export interface ContractData {
  contract: Row<"contract">;
  award: Row<"award">;
  /** The other contracts of the same award. */
  siblings: Row<"contract">[];
  links: Row<"award_supplier">[];
  /** Name of each supplier, by `supplier_id`; null when it may not be published. */
  names: ReadonlyMap<string, string | null>;
  buyerName: string | null;
  findings: Row<"finding">[];
  modifications: Row<"modification">[];
  subcontracts: Row<"subcontract">[];
  records: Row<"contract_source">[];
  files: ReadonlyMap<string, Row<"source_file">>;
}

/**
 * Reads what is known about a contract.
 *
 * @returns Null when no contract has this identifier.
 * @throws {Error} When a table cannot be read.
 */
export async function readContract(uid: string, {data}: Site): Promise<ContractData | null> {
  const names = [
    "contract",
    "award",
    "award_supplier",
    "supplier",
    "buyer",
    "finding",
    "modification",
    "subcontract",
    "contract_source",
    "source_file"
  ] as const;
  const read = new Map(await Promise.all(names.map(async (name) => [name, await readArrow(name, data)] as const)));
  const where = <T extends (typeof names)[number]>(
    name: T,
    column: keyof Row<T> & string,
    values: readonly (string | null)[]
  ) => rowsWhere(name, read.get(name) as ArrowLike, column, new Set(values.filter((value) => value !== null)));
  const [contract] = where("contract", "contract_uid", [uid]);
  if (!contract) return null;
  const {award_uid, buyer_siren} = contract;
  const [award] = where("award", "award_uid", [award_uid]);
  if (!award) throw new Error(`award: expected a row "${award_uid}", found none. Run "npm run data" again.`);
  const links = where("award_supplier", "award_uid", [award_uid]);
  const suppliers = where(
    "supplier",
    "supplier_id",
    links.map(({supplier_id}) => supplier_id)
  );
  const records = where("contract_source", "contract_uid", [uid]);
  const files = where(
    "source_file",
    "source_id",
    records.map(({source_id}) => source_id)
  );
  return {
    contract,
    award,
    siblings: where("contract", "award_uid", [award_uid]).filter(({contract_uid}) => contract_uid !== uid),
    links,
    names: new Map(suppliers.map(({supplier_id, supplier_name}) => [supplier_id, supplier_name])),
    buyerName: where("buyer", "buyer_siren", [buyer_siren])[0]?.buyer_name ?? null,
    findings: where("finding", "contract_uid", [uid]),
    modifications: where("modification", "contract_uid", [uid]),
    subcontracts: where("subcontract", "contract_uid", [uid]),
    records,
    files: new Map(files.map((file) => [file.source_id, file]))
  };
}
