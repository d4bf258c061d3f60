import type {
  DecpModification,
  DecpParty,
  DecpRow,
  DecpSubcontract,
  DecpSubcontractChange,
  Refusal
} from "./decp-row.js";
import {first, isObject, leavesOf, textOf, textsOf, trimmedKeys, type Json} from "./decp-values.js";

/** Where DECP records stand, in every wrapping seen so far. */
export const decpPaths = ["marches", "marches.marche", "marches.contrat-concession", "marche", "contrat-concession"]
  .flatMap((path) => (path === "marches" ? ["marches[]"] : [path, `${path}[]`]))
  .concat("[]");

/** Keys that only DECP records have; two of them, or one and two common ones, make a record. */
const ownKeys = new Set(
  `acheteur acheteur.id acheteur_id autoriteConcedante autoriteConcedante.id autoriteConcedante_id codeCPV dureeMois dateNotification
  datePublicationDonnees formePrix titulaires titulaire concessionnaires concessionnaire lieuExecution valeurGlobale dateSignature
  montantSubventionPublique donneesExecution idAccordCadre offresRecues ccag marcheInnovant attributionAvance`.split(
    /\s+/
  )
);
const commonKeys = new Set(["id", "uid", "uuid", "nature", "objet", "procedure", "montant", "modifications", "source"]);
const concessionKeys = ["autoriteConcedante", "autoriteConcedante.id", "autoriteConcedante_id", "concessionnaires"];
const v2Keys =
  `ccag marcheInnovant attributionAvance sousTraitanceDeclaree typesPrix techniques modalitesExecution offresRecues
  typeGroupementOperateurs considerationsSociales considerationsEnvironnementales actesSousTraitance`.split(/\s+/);
const partyKeys = ["id", "typeIdentifiant", "denominationSociale"];
const wrapperKeys = new Set([
  "marches",
  "marche",
  "marché",
  "contrat-concession",
  "contratConcession",
  "contrat_concession"
]);

/**
 * Opens what still wraps records at a record's place: lists of lists, `{"marche": {…}}`, `{"marches": {"marche": […]}}`.
 *
 * @returns One entry per record; the value itself when nothing wraps it.
 */
export function decpRecordsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(decpRecordsIn);
  if (!isObject(value)) return [value];
  const keys = Object.keys(value);
  if (keys.length === 0 || !keys.every((key) => wrapperKeys.has(key.trim()))) return [value];
  return Object.values(value).flatMap(decpRecordsIn);
}

/** True when first-level keys are those of a lone DECP record. */
export function areDecpKeys(keys: readonly string[]): boolean {
  let own = 0;
  let common = 0;
  for (const key of keys) {
    const name = key.trim();
    if (ownKeys.has(name)) own++;
    else if (commonKeys.has(name)) common++;
  }
  return own >= 2 || (own === 1 && common >= 2);
}

/**
 * Reads one parsed record of either dialect, recognised by its shape, into the flat shape of all DECP rows. Contact
 * names and addresses are left out.
 *
 * @param value One value that stands where a record should be.
 * @returns The row, or why it is none.
 * @see Arrêté du 22 mars 2019 (v1) and arrêtés du 22 décembre 2022 (v2) on essential procurement data.
 */
export function readDecpRecord(value: unknown): DecpRow | Refusal {
  if (!isObject(value))
    return refusal(value, `attendu un objet JSON, trouvé ${value === null ? "null" : typeof value}`);
  const record = trimmedKeys(value);
  if (!areDecpKeys(Object.keys(record)))
    return refusal(value, "ni marché ni concession : les champs des DECP manquent");
  const isConcession = concessionKeys.some((key) => key in record) || /concession/i.test(textOf(record._type) ?? "");
  const buyer = buyerOf(record);
  const place = placeOf(record);
  return {
    kind: isConcession ? "concession" : "marche",
    dialect: isDecpV2(record) ? "v2" : "v1",
    id: textOf(record.id),
    uid: textOf(first(record, "uid", "uuid")),
    buyer_id: buyer.id,
    buyer_name: buyer.name,
    nature: textOf(record.nature),
    object: textOf(record.objet),
    cpv: textOf(record.codeCPV),
    procedure: textOf(record.procedure),
    techniques: textsOf(first(record, "techniques", "technique")),
    modalities: textsOf(first(record, "modalitesExecution", "modaliteExecution")),
    framework_id: textOf(record.idAccordCadre),
    ...place,
    duration_months: textOf(record.dureeMois),
    notified_on: textOf(isConcession ? first(record, "dateSignature", "dateNotification") : record.dateNotification),
    published_on: textOf(record.datePublicationDonnees),
    amount: textOf(isConcession ? first(record, "valeurGlobale", "montant") : record.montant),
    price_form: textOf(record.formePrix),
    price_types: textsOf(first(record, "typesPrix", "typePrix", "TypePrix", "TypesPrix")),
    offers_received: textOf(record.offresRecues),
    consortium_type: textOf(record.typeGroupementOperateurs),
    ccag: textOf(record.ccag),
    is_innovative: textOf(record.marcheInnovant),
    has_advance: textOf(record.attributionAvance),
    advance_rate: textOf(record.tauxAvance),
    has_subcontracting: textOf(record.sousTraitanceDeclaree),
    origin_eu: textOf(record.origineUE),
    origin_france: textOf(record.origineFrance),
    social: textsOf(first(record, "considerationsSociales", "considerationSociale")),
    environmental: textsOf(first(record, "considerationsEnvironnementales", "considerationEnvironnementale")),
    platform: textOf(record.source),
    starts_on: textOf(record.dateDebutExecution),
    subsidy: textOf(record.montantSubventionPublique),
    holders: partiesOf(first(record, "titulaires", "titulaire", "concessionnaires", "concessionnaire")),
    modifications: modificationsOf(first(record, "modifications", "modification")),
    subcontracts: subcontractsOf(first(record, "actesSousTraitance", "acteSousTraitance")),
    subcontract_changes: changesOf(first(record, "modificationsActesSousTraitance", "modificationActeSousTraitance")),
    notes: []
  };
}

/** True when reading gave a refusal instead of a row. */
export function isRefusal(result: DecpRow | Refusal): result is Refusal {
  return "rule" in result;
}

function refusal(value: unknown, message: string): Refusal {
  return {rule: "record-not-decp", message, raw: (JSON.stringify(value) ?? "").slice(0, 2000)};
}

/** True when a record has a key that only the second dialect has. */
export function isDecpV2(record: Json): boolean {
  return v2Keys.some((key) => key in record) || "TypePrix" in record || "typePrix" in record;
}

function partyOf(leaf: Json | string): DecpParty {
  if (typeof leaf === "string") {
    const isId = /\d{9}/.test(leaf.replaceAll(/\s/g, ""));
    return {id: isId ? leaf : null, scheme: null, name: isId ? null : leaf};
  }
  const name = textOf(first(leaf, "denominationSociale", "nom"));
  return {id: textOf(leaf.id), scheme: textOf(leaf.typeIdentifiant), name};
}

function partiesOf(value: unknown): DecpParty[] {
  return leavesOf(value, (object) => partyKeys.some((key) => isScalar(object[key]))).map(partyOf);
}

function buyerOf(record: Json): {id: string | null; name: string | null} {
  const declared = first(record, "acheteur", "autoriteConcedante");
  const [leaf] = leavesOf(declared, (object) => isScalar(object.id) || isScalar(object.nom));
  const party = leaf === undefined ? null : partyOf(leaf);
  return {
    id:
      party?.id ??
      textOf(first(record, "acheteur.id", "acheteur_id", "autoriteConcedante.id", "autoriteConcedante_id")),
    name: party?.name ?? textOf(first(record, "acheteur.nom", "acheteur_nom", "autoriteConcedante.nom"))
  };
}

function placeOf(record: Json): {place_code: string | null; place_type: string | null; place_name: string | null} {
  const [leaf] = leavesOf(record.lieuExecution, (object) => isScalar(object.code) || isScalar(object.nom));
  if (typeof leaf === "string") {
    const isCode = /^\s*\d\w{0,4}\s*$/.test(leaf);
    return {place_code: isCode ? leaf : null, place_type: null, place_name: isCode ? null : leaf};
  }
  const place = leaf ?? {};
  return {
    place_code: textOf(place.code ?? first(record, "lieuExecution.code", "lieuExecution_code")),
    place_type: textOf(place.typeCode ?? first(record, "lieuExecution.typeCode", "lieuExecution_typeCode")),
    place_name: textOf(place.nom ?? first(record, "lieuExecution.nom", "lieuExecution_nom"))
  };
}

const modificationKeys =
  `objetModification dateNotificationModification dateSignatureModification datePublicationDonneesModification
  dureeMois montant valeurGlobale titulaires concessionnaires`.split(/\s+/);

function modificationsOf(value: unknown): DecpModification[] {
  return leavesOf(value, isModification).map((leaf) => {
    const change: Json = typeof leaf === "string" ? {objetModification: leaf} : leaf;
    return {
      id: textOf(change.id),
      object: textOf(first(change, "objetModification", "objet")),
      notified_on: textOf(
        first(change, "dateNotificationModification", "dateSignatureModification", "dateNotification")
      ),
      published_on: textOf(first(change, "datePublicationDonneesModification", "datePublicationDonnees")),
      duration_months: textOf(change.dureeMois),
      amount: textOf(first(change, "montant", "valeurGlobale")),
      holders: partiesOf(first(change, "titulaires", "titulaire", "concessionnaires", "concessionnaire"))
    };
  });
}

function subcontractsOf(value: unknown): DecpSubcontract[] {
  return actsOf(value).map((act) => {
    const [holder] = partiesOf(act.sousTraitant);
    return {
      id: textOf(act.id),
      holder_id: holder?.id ?? null,
      holder_scheme: holder?.scheme ?? null,
      duration_months: textOf(act.dureeMois),
      notified_on: textOf(act.dateNotification),
      published_on: textOf(act.datePublicationDonnees),
      amount: textOf(act.montant),
      price_variation: textOf(act.variationPrix)
    };
  });
}

function changesOf(value: unknown): DecpSubcontractChange[] {
  return actsOf(value).map((act) => ({
    id: textOf(act.id),
    duration_months: textOf(act.dureeMois),
    notified_on: textOf(first(act, "dateNotificationModificationSousTraitance", "dateNotification")),
    published_on: textOf(act.datePublicationDonnees),
    amount: textOf(act.montant)
  }));
}

function actsOf(value: unknown): Json[] {
  return leavesOf(value, isAct).filter((leaf) => typeof leaf !== "string");
}

function isModification(object: Json): boolean {
  return isScalar(object.id) || modificationKeys.some((key) => key in object);
}

function isAct(object: Json): boolean {
  return isScalar(object.id) || "montant" in object || "sousTraitant" in object;
}

/** Null counts: `{"id": null}` is an identifier declared as missing. */
function isScalar(value: unknown): boolean {
  return value !== undefined && (value === null || typeof value !== "object");
}
