/**
 * What is kept of a company: nothing on persons, no street. Texts as the API writes them, null when it does not say.
 * The names of the first eleven are those of the columns of a SIRENE extract.
 */
export interface Company {
  siren: string;
  /** Null for a sole trader, whose name is a person's, and for whoever opposes publication. */
  nom: string | null;
  forme_juridique: string | null;
  activite_principale: string | null;
  commune: string | null;
  code_postal: string | null;
  tranche_effectifs: string | null;
  date_creation: string | null;
  etat: string | null;
  nombre_etablissements: string | null;
  nombre_etablissements_ouverts: string | null;
  code_commune: string | null;
  categorie_entreprise: string | null;
  annee_categorie_entreprise: string | null;
  est_ess: string | null;
  est_association: string | null;
  statut_diffusion: string | null;
}

/** Reads one result of `GET /search` of the company search API; its shape is checked value by value. */
export function companyOf(siren: string, result: object): Company {
  const at = (key: string): string | null => textOf(result, key);
  const form = at("nature_juridique");
  const seat = objectOf(result, "siege");
  const marks = objectOf(result, "complements");
  const isPerson = form === null || form.startsWith("1") || textOf(marks, "est_entrepreneur_individuel") === "true";
  const diffusion = at("statut_diffusion") ?? textOf(seat, "statut_diffusion_etablissement");
  return {
    siren,
    nom: isPerson || (diffusion !== null && diffusion !== "O") ? null : (at("nom_raison_sociale") ?? at("nom_complet")),
    forme_juridique: form,
    activite_principale: at("activite_principale"),
    commune: textOf(seat, "libelle_commune"),
    code_postal: textOf(seat, "code_postal"),
    tranche_effectifs: at("tranche_effectif_salarie"),
    date_creation: at("date_creation"),
    etat: at("etat_administratif"),
    nombre_etablissements: at("nombre_etablissements"),
    nombre_etablissements_ouverts: at("nombre_etablissements_ouverts"),
    code_commune: textOf(seat, "commune"),
    categorie_entreprise: at("categorie_entreprise"),
    annee_categorie_entreprise: at("annee_categorie_entreprise"),
    est_ess: textOf(marks, "est_ess"),
    est_association: textOf(marks, "est_association"),
    statut_diffusion: diffusion
  };
}

const columns = [
  "siren",
  "nom",
  "forme_juridique",
  "activite_principale",
  "commune",
  "code_postal",
  "tranche_effectifs",
  "date_creation",
  "etat",
  "nombre_etablissements",
  "nombre_etablissements_ouverts",
  "code_commune",
  "categorie_entreprise",
  "annee_categorie_entreprise",
  "est_ess",
  "est_association",
  "statut_diffusion"
] as const satisfies readonly (keyof Company)[];

/** Companies as CSV (RFC 4180, comma, UTF-8), sorted by SIREN; null is an empty cell. */
export function csvOf(companies: readonly Company[]): string {
  const rows = companies
    .toSorted((a, b) => (a.siren < b.siren ? -1 : 1))
    .map((company) => columns.map((column) => cellOf(company[column])));
  return [columns, ...rows].map((row) => row.join(",") + "\r\n").join("");
}

function cellOf(text: string | null): string {
  if (text === null) return "";
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function objectOf(value: object, key: string): object {
  const inner: unknown = Reflect.get(value, key);
  return typeof inner === "object" && inner !== null ? inner : {};
}

function textOf(value: object, key: string): string | null {
  const inner: unknown = Reflect.get(value, key);
  if (typeof inner === "number" || typeof inner === "boolean") return String(inner);
  return typeof inner === "string" && inner.trim() !== "" ? inner.trim() : null;
}
