import {declaredId, declaredLinks, traitColumns, yearOf} from "./declared-holders.js";
import type {Row, TableName, Tables} from "./schema.js";
import {isSiret} from "./siren.js";

/** State of the switch: `avec` shows repaired values, `sans` the values as declared. */
export type CorrectionsState = "avec" | "sans";

/** What stands on each figure that shows declared values. */
export const declaredMark = "Sans corrections : valeurs telles que déclarées";

/** What "sans corrections" means, for the reader who chooses it. */
export const declaredMeaning =
  "Sans corrections, chaque enregistrement lu compte, même répété ; chaque montant compte tel qu’il est déclaré, cases de remplissage comprises ; chaque titulaire compte sous l’identifiant qui est écrit, même mal formé, et le registre ne dit rien d’un identifiant mal formé ; une réponse que la plateforme met partout compte comme une réponse. Les plafonds de la liste de la Ville, qui ne sont pas des montants, n’y sont pas non plus. Ce sont les nombres que donne une addition directe des fichiers : ils servent à comparer, pas à conclure.";

/** What a figure counts in the state `sans`. */
export const declaredScope =
  "Tous les enregistrements lus, même répétés ; montants, identifiants et réponses tels que déclarés, cases de remplissage comprises.";

/** What a contract answers by itself, whatever it was merged with. */
const answers = [
  "kind",
  "procedure",
  "is_framework",
  "notified_on",
  "offers_received",
  "consortium_type",
  "social_clauses",
  "environmental_clauses",
  "is_innovative"
] as const satisfies readonly (keyof Row<"contract"> & keyof Row<"award">)[];

/**
 * What {@link asDeclared}, and the figures that show its rows or a slice of them, read of each table. `supplier` is read
 * only where names are shown; the others always.
 */
export const declaredColumns = {
  contract: ["contract_uid", "award_uid", ...answers],
  contract_source: ["contract_uid", "source_id", "record_number", "amount_declared_eur", "supplier_ids_declared"],
  award: [
    "award_uid",
    "year",
    "cpv_division",
    "contract_count",
    "amount_declared_eur",
    "amount_eur",
    "amount_issue",
    "dialect"
  ],
  award_supplier: [
    "award_uid",
    "supplier_id",
    "supplier_siren",
    "supplier_id_declared",
    "id_issue",
    "share",
    "amount_eur",
    "year",
    "cpv_division",
    "is_framework",
    ...traitColumns
  ],
  supplier: ["supplier_id", "supplier_siren", "supplier_name"],
  finding: []
} as const satisfies {[T in TableName]?: readonly (keyof Row<T>)[]};

/** The tables that {@link asDeclared} always reads. */
export const declaredTables = ["contract", "contract_source", "award", "award_supplier"] as const;

/** The state that a page's address or a figure's attributes ask for; anything but `sans` is `avec`. */
export function correctionsState(params: Readonly<Record<string, string | undefined>>): CorrectionsState {
  return params.corrections === "sans" ? "sans" : "avec";
}

/** The address in a state of the switch: `avec`, being the rule, leaves no trace in it. */
export function withCorrectionsState(address: URL, state: CorrectionsState): URL {
  const url = new URL(address);
  if (state === "sans") url.searchParams.set("corrections", state);
  else url.searchParams.delete("corrections");
  return url;
}

/**
 * The tables as they would be if nothing had been repaired.
 *
 * - `award`: one row per record read, with its declared amount, and what the kept version of its own contract answers,
 *   not what the award answers where several contracts were merged: those are frameworks only where they say so; no field
 *   is known as a default, so that a value which a platform puts everywhere is an answer;
 * - `award_supplier`: one row per record and holder, as {@link declaredLinks} gives them;
 * - `supplier`: one row per declared identifier, named after it;
 * - `finding`: empty.
 *
 * @param tables The columns of {@link declaredColumns}; other columns and tables pass unchanged and unread.
 */
export function asDeclared(tables: Tables): Tables {
  const contracts = new Map(tables.contract.map((row) => [row.contract_uid, row]));
  const awards = new Map(tables.award.map((row) => [row.award_uid, row]));
  const award = tables.contract_source.flatMap((record) => declaredAward(record, contracts, awards));
  const links = declaredLinks(tables, contracts);
  const view: Partial<Record<TableName, () => unknown[]>> = {
    award: () => award,
    award_supplier: () => links,
    supplier: () => declaredSuppliers(tables, links),
    finding: () => []
  };
  const own = Object.entries(view).map(([name, get]) => [name, {get, enumerable: true}] as const);
  return Object.create(tables, Object.fromEntries(own));
}

type Contracts = ReadonlyMap<string, Row<"contract">>;

function declaredAward(
  {contract_uid, source_id, record_number, amount_declared_eur}: Row<"contract_source">,
  contracts: Contracts,
  awards: ReadonlyMap<string, Row<"award">>
): Row<"award">[] {
  const contract = contracts.get(contract_uid);
  const award = awards.get(contract?.award_uid ?? "");
  if (!contract || !award) return [];
  return [
    {
      ...award,
      ...Object.fromEntries(answers.map((column) => [column, contract[column]])),
      award_uid: `${source_id}:${record_number}`,
      year: yearOf(contract),
      contract_count: 1,
      amount_declared_eur,
      amount_eur: amount_declared_eur,
      amount_issue: amount_declared_eur === null ? "missing" : null,
      default_fields: null
    }
  ];
}

function declaredSuppliers(tables: Tables, links: readonly Row<"award_supplier">[]): Row<"supplier">[] {
  const suppliers = new Map(tables.supplier.map((row) => [row.supplier_id, row]));
  const written = new Map(tables.award_supplier.map((link) => [declaredId(link), link.supplier_id]));
  return Array.from(new Set(links.map(({supplier_siren}) => supplier_siren))).flatMap((id) => {
    if (id === null) return [];
    const supplier = suppliers.get(written.get(id) ?? (isSiret(id) ? id.slice(0, 9) : ""));
    if (!supplier) return [];
    const name = supplier.supplier_name === null ? `Identifiant ${id}` : `${id} · ${supplier.supplier_name}`;
    return [{...supplier, supplier_id: id, supplier_siren: id, supplier_name: name}];
  });
}
