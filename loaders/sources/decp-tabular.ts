import type {DecpModification, DecpParty, DecpRow, DecpSubcontract, DecpSubcontractChange} from "./decp-row.js";
import {columnOf, folded, makesContracts, type TableColumn, type TableField} from "./table-columns.js";
import {blankRow, cellText, cellTexts, identifierText, type TableReader} from "./table-row.js";

/** Values of one line by field; those of the second holder and further stand under `titulaire_id 2`. */
type Values = Partial<Record<string, string | null>>;

const identifiers: readonly TableField[] = ["acheteur_id", "titulaire_id", "titulaireModification_id"];
const freeTexts: readonly TableField[] = ["objet", "objetModification", "acheteur_nom", "titulaire_nom"];
const ownModification: readonly TableField[] = [
  "montantModification",
  "dureeMoisModification",
  "dateNotificationModification",
  "titulaireModification_id"
];

/**
 * Reads tables of procurement with one line per contract, or per contract × holder × version: SCDL, table schema,
 * decp.info, the ministry's flat tables, and any other whose headings are known.
 *
 * @param headings Columns of the table, in order.
 * @returns null when the columns are not enough to tell contracts.
 */
export function maybeTabularReader(headings: readonly string[]): TableReader | null {
  const columns = headings.map(columnOf);
  const fields = new Set(columns.flatMap((column) => (column ? [column.field] : [])));
  if (!makesContracts(fields)) return null;
  const ranks = Math.max(...columns.map((column) => column?.rank ?? 1));
  const isConcession = headings.some((heading) =>
    /concessionnaire|autoriteconcedante|valeurglobale/.test(folded(heading))
  );
  const hasOwnModification = ownModification.some((field) => fields.has(field));
  return {
    dataset: "decp-tabular",
    dialect: "tabular",
    uses: (at) => columns[at] != null,
    read(cells) {
      const notes = new Set<string>();
      const values = valuesOf(columns, cells, notes);
      const row = rowOf(values, ranks);
      if (isConcession) row.kind = "concession";
      if (hasOwnModification) row.modifications = ownModificationOf(values);
      else row.version_object = values.objetModification ?? null;
      row.version = hasOwnModification ? null : versionOf(values);
      row.group_key = groupKeyOf(row);
      row.notes = [...notes];
      return row;
    }
  };
}

function valuesOf(columns: readonly (TableColumn | null)[], cells: readonly unknown[], notes: Set<string>): Values {
  const values: Values = {};
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    if (!column) continue;
    const {field, rank} = column;
    const key = rank === 1 ? field : `${field} ${rank}`;
    if (values[key] !== undefined && values[key] !== null) continue;
    const text = identifiers.includes(field) ? identifierText(cells[i]) : cellText(cells[i]);
    values[key] = text === null || freeTexts.includes(field) ? text : unmarked(text, notes);
  }
  return values;
}

/**
 * A value of the ministry's tables without the mark that it carries: `MQ` (due and missing), `CDL` (not asked for), `NC`
 * (not known), `INX …` (kept although badly written).
 */
function unmarked(text: string, notes: Set<string>): string | null {
  if (text === "MQ" || text === "CDL" || text === "NC") {
    notes.add(`mark:${text}`);
    return null;
  }
  if (!text.startsWith("INX")) return text;
  const value = /^INX(?:\s+(.*))?$/s.exec(text);
  if (!value) return text;
  notes.add("mark:INX");
  return value[1] || null;
}

function rowOf(values: Values, ranks: number): DecpRow {
  const of = (field: TableField): string | null => values[field] ?? null;
  return {
    ...blankRow("tabular"),
    id: of("id"),
    uid: of("uid"),
    buyer_id: of("acheteur_id"),
    buyer_name: of("acheteur_nom"),
    nature: of("nature"),
    object: of("objet"),
    cpv: of("codeCPV"),
    procedure: of("procedure"),
    techniques: cellTexts(of("techniques")),
    modalities: cellTexts(of("modalitesExecution")),
    framework_id: of("idAccordCadre"),
    place_code: of("lieuExecution_code"),
    place_type: of("lieuExecution_typeCode"),
    place_name: of("lieuExecution_nom"),
    duration_months: of("dureeMois"),
    notified_on: of("dateNotification"),
    published_on: of("datePublicationDonnees"),
    amount: of("montant"),
    price_form: of("formePrix"),
    price_types: cellTexts(of("typesPrix")),
    offers_received: of("offresRecues"),
    consortium_type: of("typeGroupementOperateurs"),
    ccag: of("ccag"),
    is_innovative: of("marcheInnovant"),
    has_advance: of("attributionAvance"),
    advance_rate: of("tauxAvance"),
    has_subcontracting: of("sousTraitanceDeclaree"),
    origin_eu: of("origineUE"),
    origin_france: of("origineFrance"),
    social: cellTexts(of("considerationsSociales")),
    environmental: cellTexts(of("considerationsEnvironnementales")),
    platform: of("source"),
    starts_on: of("dateDebutExecution"),
    subsidy: of("montantSubventionPublique"),
    holders: holdersOf(values, ranks),
    subcontracts: subcontractsOf(values),
    subcontract_changes: subcontractChangesOf(values)
  };
}

function holdersOf(values: Values, ranks: number): DecpParty[] {
  const holders: DecpParty[] = [];
  for (let rank = 1; rank <= ranks; rank++) {
    const suffix = rank === 1 ? "" : ` ${rank}`;
    const id = values[`titulaire_id${suffix}`] ?? null;
    const name = values[`titulaire_nom${suffix}`] ?? null;
    if (id !== null || name !== null)
      holders.push({id, scheme: values[`titulaire_typeIdentifiant${suffix}`] ?? null, name});
  }
  return holders;
}

const modificationFields = {
  id: "modification_id",
  object: "objetModification",
  notified_on: "dateNotificationModification",
  published_on: "datePublicationDonneesModification",
  duration_months: "dureeMoisModification",
  amount: "montantModification"
} as const;
const newHolderFields = {
  id: "titulaireModification_id",
  scheme: "titulaireModification_typeIdentifiant",
  name: "titulaireModification_nom"
} as const;
const subcontractFields = {
  id: "idActeSousTraitance",
  holder_id: "idSousTraitant",
  holder_scheme: "typeIdentifiantSousTraitant",
  duration_months: "dureeMoisActeSousTraitance",
  notified_on: "dateNotificationActeSousTraitance",
  published_on: "datePublicationDonneesActeSousTraitance",
  amount: "montantActeSousTraitance",
  price_variation: "variationPrixActeSousTraitance"
} as const;
const subcontractChangeFields = {
  id: "idModificationActeSousTraitance",
  duration_months: "dureeMoisModificationActeSousTraitance",
  notified_on: "dateNotificationModificationActeSousTraitance",
  published_on: "datePublicationDonneesModificationActeSousTraitance",
  amount: "montantModificationActeSousTraitance"
} as const;

/** What a line says of one thing, field by field; null where it is silent. */
function told<Key extends string>(
  values: Values,
  fields: Readonly<Record<Key, TableField>>
): Record<Key, string | null> {
  const entries = Object.entries<TableField>(fields).map(([key, field]) => [key, values[field] ?? null]);
  return Object.fromEntries(entries) as Record<Key, string | null>;
}

/** The amendment that stands in the same line as the contract that it amends. */
function ownModificationOf(values: Values): DecpModification[] {
  const texts = told(values, modificationFields);
  const holder: DecpParty = told(values, newHolderFields);
  const holders = holder.id !== null || holder.name !== null ? [holder] : [];
  const isDeclared = holders.length > 0 || Object.values(texts).some((text) => text !== null);
  return isDeclared ? [{...texts, holders}] : [];
}

function subcontractsOf(values: Values): DecpSubcontract[] {
  return values.idSousTraitant || values.montantActeSousTraitance ? [told(values, subcontractFields)] : [];
}

function subcontractChangesOf(values: Values): DecpSubcontractChange[] {
  const isDeclared = values.idModificationActeSousTraitance || values.montantModificationActeSousTraitance;
  return isDeclared ? [told(values, subcontractChangeFields)] : [];
}

/** Rank of the version that a line describes, 0 for the initial contract; null when the table has no versions. */
function versionOf(values: Values): string | null {
  if (values.modification_id !== undefined) return values.modification_id;
  if (values.objetModification !== undefined) return values.objetModification === null ? "0" : "1";
  return null;
}

/**
 * What the lines of one contract share. Buyers reuse truncated ids for unrelated contracts: where neither a uid nor a
 * version tells them apart, lines are one contract only when everything but the holder is the same.
 */
function groupKeyOf({
  uid,
  buyer_id,
  buyer_name,
  id,
  version,
  object,
  cpv,
  amount,
  notified_on
}: DecpRow): string | null {
  if (uid !== null) return uid;
  const buyer = buyer_id ?? buyer_name;
  if (buyer === null || id === null) return null;
  const same = version === null || version === undefined ? [object, cpv, amount, notified_on] : [];
  return [buyer, id, ...same].join("|");
}
