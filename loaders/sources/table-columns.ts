/** A field of a flat table, by the name that the mapping file and messages use: the column of decp.info, or of the texts. */
export type TableField = keyof typeof spellings;

/**
 * Each field with the other spellings met: SCDL v2, table schema 2.0.0, decp.info, the ministry's flat tables and their
 * typos. Case, accents and punctuation do not count. Holders may be numbered: `titulaire_id_2`.
 */
const spellings = {
  id: `marche_id identifiant id_marche identifiant_marche numero_marche numero_de_marche numero_du_marche num_marche
    ndeg_marche n_marche n_de_marche n_du_marche`,
  uid: "uuid",
  acheteur_id: "acheteurs_id acheteur_siret siret_acheteur id_acheteur autoriteConcedante_id",
  acheteur_nom: "acheteurs_nom nom_acheteur acheteur autoriteConcedante_nom",
  nature: "nature_marche nature_du_marche",
  objet: "marche_objet objet_marche objet_du_marche intitule",
  codeCPV: "cpv_code code_cpv cpv",
  procedure: "procedure_passation type_procedure",
  techniques: "technique",
  modalitesExecution: "modaliteExecution",
  idAccordCadre: "id_accord_cadre",
  lieuExecution_code: "lieu_exec_code code_lieu_execution",
  lieuExecution_typeCode: "lieu_exec_type type_code_lieu_execution",
  lieuExecution_nom: "lieu_exec_nom lieu_execution",
  dureeMois: "duree_mois duree_en_mois",
  dateNotification: "notification_date date_de_notification dateSignature date_notification",
  datePublicationDonnees: "publication_date date_publication datePublication",
  montant: "montant_ht montant_marche valeurGlobale montant_du_marche montant_attribue",
  formePrix: "prix_forme forme_du_prix",
  typesPrix: "typePrix",
  offresRecues: "nb_offres_recues nombre_offres_recues",
  typeGroupementOperateurs: "type_groupement",
  ccag: "",
  marcheInnovant: "",
  attributionAvance: "",
  tauxAvance: "",
  sousTraitanceDeclaree: "",
  origineUE: "",
  origineFrance: "",
  considerationsSociales: "considerationSociale",
  considerationsEnvironnementales: "considerationEnvironnementale",
  source: "plateforme",
  dateDebutExecution: "",
  montantSubventionPublique: "",
  titulaire_id:
    "titulaires_id titulaire_siret siret_titulaire id_titulaire fournisseur_siret siret_fournisseur concessionnaire_id",
  titulaire_typeIdentifiant: `titulaires_typeIdentifiant titulaires_id_type titulaires_typeIdentifianttype_identifiant
    type_identifiant_titulaire concessionnaire_typeIdentifiant`,
  titulaire_nom: `titulaires_nom titulaire_denominationSociale titulaires_denominationSociale titulaires_denomination
    nom_titulaire titulaire fournisseur_nom nom_fournisseur fournisseur attributaire nom_attributaire
    concessionnaire_denominationSociale`,
  modification_id: "idModification",
  objetModification: "modif_objet",
  montantModification: "modif_marche_montant valeurGlobaleModification",
  dureeMoisModification: "modif_duree_mois",
  dateNotificationModification:
    "modif_signature_date dateNotificationModificationModification dateSignatureModification",
  datePublicationDonneesModification: "modif_publication_date datePublicationDonneesModificationModification",
  titulaireModification_id: "modif_titulaires_id idTitulaireModification",
  titulaireModification_typeIdentifiant: "modif_titulaires_id_type typeIdentifiantTitulaireModification",
  titulaireModification_nom: "modif_titulaires_denomination",
  idActeSousTraitance: "",
  dureeMoisActeSousTraitance: "",
  dateNotificationActeSousTraitance: "",
  datePublicationDonneesActeSousTraitance: "",
  montantActeSousTraitance: "",
  variationPrixActeSousTraitance: "",
  idSousTraitant: "",
  typeIdentifiantSousTraitant: "",
  idModificationActeSousTraitance: "",
  dureeMoisModificationActeSousTraitance: "",
  dateNotificationModificationActeSousTraitance:
    "dateNotificationModificationSousTraitanceModificationActeSousTraitance",
  datePublicationDonneesModificationActeSousTraitance: "",
  montantModificationActeSousTraitance: ""
} as const;

/** Every field that a mapping file may name. */
export const tableFields = Object.keys(spellings) as TableField[];

const fieldsBySpelling = new Map<string, TableField>(
  tableFields.flatMap((field) =>
    [field, ...spellings[field].split(/\s+/).filter(Boolean)].map((name) => [folded(name), field] as const)
  )
);

/** What a column holds: a field, and the rank of the holder when its name carries one (`titulaire_id_2`), else 1. */
export interface TableColumn {
  field: TableField;
  rank: number;
}

/** The field that a column's heading names in any known spelling; null when it names none. */
export function columnOf(heading: string): TableColumn | null {
  const name = folded(heading);
  const field = fieldsBySpelling.get(name);
  if (field) return {field, rank: 1};
  const numbered = /^(.+?)(\d{1,2})$/.exec(name);
  const holder = numbered && fieldsBySpelling.get(numbered[1] as string);
  return holder?.startsWith("titulaire_") ? {field: holder, rank: Number(numbered?.[2])} : null;
}

/** A heading without case, accents and punctuation: `LieuExecution_typeCode` and `LIEUEXECUTION.TYPECODE` are one. */
export function folded(heading: string): string {
  return heading
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** True when the fields are enough to read procurement: which contract, how much, and with whom. */
export function makesContracts(fields: Iterable<TableField>): boolean {
  const has = new Set(fields);
  const any = (...names: TableField[]): boolean => names.some((name) => has.has(name));
  return (
    any("id", "objet", "uid") && any("montant") && any("acheteur_id", "acheteur_nom", "titulaire_id", "titulaire_nom")
  );
}
