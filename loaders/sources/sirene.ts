/** What the register says of a legal unit, in our words; each a text as it came. */
export const registerFields = [
  "siren",
  "name",
  "legal_form",
  "naf",
  "commune_code",
  "commune_name",
  "postcode",
  "size_band",
  "enterprise_category",
  "ess_mention",
  "created_on",
  "state",
  "diffusion"
] as const;

/** One of `registerFields`. */
type RegisterField = (typeof registerFields)[number];

/** How a publisher of the register names its columns; a field it lacks stays unknown. */
export interface RegisterLayout {
  /** Columns by which a table of this layout is recognised. */
  columns: readonly string[];
  names: Readonly<Partial<Record<RegisterField, string>>>;
}

/**
 * Layouts of the register: an extract with French names (columns after `etat` need not be there), and the legal units of
 * INSEE's monthly stock, which give no place. Other columns are left aside, those of persons among them.
 */
export const registerLayouts: readonly RegisterLayout[] = [
  {
    columns: ["siren", "nom", "forme_juridique", "tranche_effectifs"],
    names: {
      siren: "siren",
      name: "nom",
      legal_form: "forme_juridique",
      naf: "activite_principale",
      commune_name: "commune",
      postcode: "code_postal",
      size_band: "tranche_effectifs",
      created_on: "date_creation",
      state: "etat",
      commune_code: "code_commune",
      enterprise_category: "categorie_entreprise",
      ess_mention: "est_ess",
      diffusion: "statut_diffusion"
    }
  },
  {
    columns: ["siren", "denominationUniteLegale", "categorieJuridiqueUniteLegale", "trancheEffectifsUniteLegale"],
    names: {
      siren: "siren",
      name: "denominationUniteLegale",
      legal_form: "categorieJuridiqueUniteLegale",
      naf: "activitePrincipaleUniteLegale",
      size_band: "trancheEffectifsUniteLegale",
      enterprise_category: "categorieEntreprise",
      ess_mention: "economieSocialeSolidaireUniteLegale",
      created_on: "dateCreationUniteLegale",
      state: "etatAdministratifUniteLegale",
      diffusion: "statutDiffusionUniteLegale"
    }
  }
];
