import type {DecpRow} from "./decp-row.js";

/** A key of a record that the copier knows. */
export interface Field {
  key: Uint8Array;
  kind: "scalar" | "texts" | "buyer" | "place" | "holders" | "empty" | "type";
  /** The field of the row that it fills; -1 for none or several. */
  slot: number;
  isOwn: boolean;
  isV2: boolean;
  /** Number of the last record that has it. */
  seen: number;
  /** The key that came after it the last time. */
  next: Field | null;
}

/** Keys whose value is one text, with the field of the row that it fills. */
export const scalars: readonly (readonly [string, keyof DecpRow])[] = [
  ["id", "id"],
  ["uid", "uid"],
  ["nature", "nature"],
  ["objet", "object"],
  ["codeCPV", "cpv"],
  ["procedure", "procedure"],
  ["idAccordCadre", "framework_id"],
  ["dureeMois", "duration_months"],
  ["dateNotification", "notified_on"],
  ["datePublicationDonnees", "published_on"],
  ["montant", "amount"],
  ["formePrix", "price_form"],
  ["offresRecues", "offers_received"],
  ["typeGroupementOperateurs", "consortium_type"],
  ["ccag", "ccag"],
  ["marcheInnovant", "is_innovative"],
  ["attributionAvance", "has_advance"],
  ["tauxAvance", "advance_rate"],
  ["sousTraitanceDeclaree", "has_subcontracting"],
  ["origineUE", "origin_eu"],
  ["origineFrance", "origin_france"],
  ["source", "platform"]
];
/** Keys whose value is a list of texts, however wrapped. */
export const lists: readonly (readonly [string, keyof DecpRow])[] = [
  ["techniques", "techniques"],
  ["modalitesExecution", "modalities"],
  ["typesPrix", "price_types"],
  ["considerationsSociales", "social"],
  ["considerationsEnvironnementales", "environmental"]
];
/** Keys that are copied when their list is empty. */
export const emptyLists = ["modifications", "actesSousTraitance", "modificationsActesSousTraitance"];

const encoder = new TextEncoder();

/** The bytes of a text between quotes. */
export function quoted(text: string): Uint8Array {
  return encoder.encode(`"${text}"`);
}

/** Keys inside of a record’s objects, as they are written. */
export const keys = {
  id: quoted("id"),
  name: quoted("nom"),
  code: quoted("code"),
  codeType: quoted("typeCode"),
  scheme: quoted("typeIdentifiant"),
  partyName: quoted("denominationSociale"),
  holder: quoted("titulaire")
};
/** Pieces of the text of a row. */
export const texts = {
  comma: encoder.encode(","),
  open: encoder.encode("["),
  close: encoder.encode("]"),
  null: encoder.encode("null"),
  end: encoder.encode("}"),
  quote: encoder.encode(`"`),
  v1: quoted("v1"),
  v2: quoted("v2")
};
/** What stands before each value of a holder. */
export const partyNames = [`{"id":`, `,"scheme":`, `,"name":`].map((text) => encoder.encode(text));
/** The only `_type` that is known to change nothing. */
export const plainType = quoted("Marché");
