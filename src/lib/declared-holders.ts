import {groupBy} from "./group-by.js";
import type {Row, Tables} from "./schema.js";
import {isSiret} from "./siren.js";
import {traits, type TraitColumn} from "./traits.js";

type Link = Row<"award_supplier">;

/** What stands between two identifiers in a column of several. */
const separator = "; ";

/** What a register tells of a supplier. */
export const traitColumns = [...new Set(Object.values(traits).map(({column}) => column))];

const unknownTraits = Object.fromEntries(traitColumns.map((column) => [column, null])) as Record<TraitColumn, null>;

/**
 * The holders of each record as it names them: one row per record and holder, of an equal share of what the record declares.
 *
 * `supplier_siren` holds the identifier as written. What the register tells is kept where that identifier is sound; it is
 * unknown where it was only found after a repair, or where no award kept the holder.
 */
export function declaredLinks(
  tables: Pick<Tables, "contract_source" | "award_supplier">,
  contracts: ReadonlyMap<string, Row<"contract">>
): Link[] {
  const byAward = groupBy(tables.award_supplier, ({award_uid}) => award_uid);
  return tables.contract_source.flatMap((record) => {
    const contract = contracts.get(record.contract_uid);
    const links = byAward.get(contract?.award_uid ?? "") ?? [];
    const [first] = links;
    if (!contract || !first) return [];
    const ids = (record.supplier_ids_declared ?? "").split(separator).map((id) => id.trim() || null);
    return ids.map((id) => {
      const own = holderOf(id, links);
      return {
        ...(own ?? first),
        ...(own && isKnown(id, own) ? {} : unknownTraits),
        award_uid: `${record.source_id}:${record.record_number}`,
        supplier_id: id ?? "inconnu",
        supplier_siren: id,
        supplier_id_declared: id,
        is_framework: contract.is_framework,
        notified_on: contract.notified_on,
        year: yearOf(contract),
        share: 1 / ids.length,
        amount_eur: record.amount_declared_eur === null ? null : record.amount_declared_eur / ids.length
      };
    });
  });
}

/** The holder of an award that an identifier names: the one that wrote it, else the one whose SIREN a sound SIRET begins with. */
export function holderOf(id: string | null, links: readonly Link[]): Link | undefined {
  const exact = links.find((link) => declaredId(link) === id);
  return (
    exact ?? (id !== null && isSiret(id) ? links.find((link) => id.startsWith(link.supplier_siren ?? "?")) : undefined)
  );
}

/** The year in which a contract was notified; null where that is not said. */
export function yearOf({notified_on: day}: Pick<Row<"contract">, "notified_on">): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}

/** The identifier of a holder as written; null where nothing was. */
export function declaredId({supplier_id_declared}: Pick<Link, "supplier_id_declared">): string | null {
  return supplier_id_declared?.trim() || null;
}

function isKnown(id: string | null, own: Link): boolean {
  return declaredId(own) === id ? own.id_issue === null : true;
}
