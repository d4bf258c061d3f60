import {socialEconomyCodes} from "./legal-forms.js";
import type {Row} from "./schema.js";

/** One supplier of one award, as the measures of diversity read it. */
export type Link = Row<"award_supplier">;

/** The columns that describe a supplier; null where the register read does not say. */
export type TraitColumn =
  | "enterprise_category"
  | "size_class"
  | "age_years"
  | "is_association"
  | "is_ess_flagged"
  | "is_ess_form"
  | "supplier_place";

/** Something that a supplier is or is not, or of which nothing is known. */
export interface Trait<K extends TraitColumn = TraitColumn> {
  column: K;
  has: (value: Exclude<Link[K], null>) => boolean;
  /** Why a supplier is left out, in words. */
  unknown: string;
  /** Where the definition comes from. */
  reference: string;
  /** What the definition does not say. */
  limits: readonly string[];
}

const decree =
  "OECP, recensement économique de la commande publique ; décret n° 2008-1354 du 18 décembre 2008, catégories d’entreprises.";
const today = "L’effectif est celui du jour de l’extrait Sirene, pas celui du jour de l’attribution.";
const presumed = "La tranche « NN » (sans salarié, ou présumé tel faute de données) reste inconnue.";
const described =
  "C’est une description, pas un but : préférer un fournisseur parce qu’il est d’ici est interdit (égalité de traitement, code de la commande publique, article L3).";

/** Age below which a firm is called young, in years at the notification. */
const youngUntilYears = 3;

/** Every trait of suppliers that the site measures. */
export const traits = {
  sme: category("PME", [
    "La catégorie est celle du groupe entier, pour une année passée : la filiale d’un grand groupe est une grande entreprise.",
    "Un sous-traitant n’est pas un titulaire : la part des PME dans le travail fait est autre."
  ]),
  midCap: category("ETI", ["La catégorie est celle du groupe entier, pour une année passée."]),
  large: category("GE", [
    "La catégorie est celle du groupe entier, pour une année passée : une petite filiale peut en être."
  ]),
  under250: staff(
    ["0-9", "10-49", "50-249"],
    "Moins de 250 salariés, ce n’est pas la définition de la PME : la filiale d’un grand groupe en fait partie, et le chiffre d’affaires ne compte pas. Ne le comparez pas à une part de PME."
  ),
  micro: staff(
    ["0-9"],
    "Moins de 10 salariés, ce n’est pas la définition de la microentreprise, qui regarde aussi le chiffre d’affaires et le groupe."
  ),
  young: trait({
    column: "age_years",
    has: (age) => age < youngUntilYears,
    unknown: "date de création inconnue",
    reference: "Date de création de l’unité légale, Insee, Sirene ; date de notification, arrêtés du 22 décembre 2022.",
    limits: [
      "La date est celle de l’unité légale : une entreprise ancienne qui change de forme ou de filiale paraît jeune.",
      "Une société créée pour porter un seul marché est jeune elle aussi.",
      "Une date au 1er janvier 1900, ou après la notification, veut dire inconnue."
    ]
  }),
  essFlagged: trait({
    column: "is_ess_flagged",
    has: Boolean,
    unknown: "mention ESS absente du registre lu",
    reference:
      "Mention « économie sociale et solidaire » de l’unité légale, Insee, Sirene ; loi n° 2014-856 du 31 juillet 2014, art. 1.",
    limits: [
      "La mention est sous-déclarée : beaucoup d’associations ne l’ont pas. L’autre définition, par la forme juridique, est à côté.",
      "Un extrait de registre sans cette mention ne permet pas de répondre : la valeur est alors absente, pas nulle."
    ]
  }),
  essForm: trait({
    column: "is_ess_form",
    has: Boolean,
    unknown: "forme juridique inconnue",
    reference: `Insee, catégories juridiques (début du code) : ${socialEconomyCodes} ; loi n° 2014-856 du 31 juillet 2014, art. 1, II, 1°.`,
    limits: [
      "Une coopérative (SCOP, SCIC) sous forme de SAS a le code de toutes les SAS : elle n’est pas reconnue.",
      "Une société commerciale agréée « entreprise solidaire » n’y est pas : c’est le sens de l’autre définition."
    ]
  }),
  association: trait({
    column: "is_association",
    has: Boolean,
    unknown: "forme juridique inconnue",
    reference: "Insee, catégories juridiques, famille 92 : association loi 1901 ou assimilée.",
    limits: [
      "Une subvention n’est pas un marché : ce que la Ville verse aux associations hors commande publique n’est pas ici."
    ]
  }),
  paris: place(["paris"]),
  ileDeFrance: place(["paris", "petite-couronne", "ile-de-france"])
};

/** Whether a supplier has a trait; null when unknown. */
export function maybeHas<K extends TraitColumn>({column, has}: Trait<K>, row: Pick<Link, K>): boolean | null {
  const value = row[column];
  return value === null ? null : has(value as Exclude<Link[K], null>);
}

function trait<K extends TraitColumn>(wanted: Trait<K>): Trait<K> {
  return wanted;
}

function category(wanted: "PME" | "ETI" | "GE", limits: readonly string[]): Trait<"enterprise_category"> {
  return {
    column: "enterprise_category",
    has: (value) => value === wanted,
    unknown: "catégorie Insee absente du registre lu",
    reference: decree,
    limits: [
      ...limits,
      "Elle manque aux organismes publics, aux étrangers et à certaines unités : leur part est dite, pas devinée."
    ]
  };
}

function staff(classes: readonly string[], notTheDefinition: string): Trait<"size_class"> {
  return {
    column: "size_class",
    has: (value) => classes.includes(value),
    unknown: "nombre de salariés inconnu",
    reference: "Tranche d’effectif salarié de l’unité légale, Insee, Sirene.",
    limits: [notTheDefinition, today, presumed]
  };
}

function place(places: readonly string[]): Trait<"supplier_place"> {
  return {
    column: "supplier_place",
    has: (value) => places.includes(value),
    unknown: "siège inconnu",
    reference: "Commune du siège, Insee, Sirene et code officiel géographique.",
    limits: [
      described,
      "Le siège n’est pas le lieu du travail : une entreprise d’ici peut faire travailler ailleurs, et l’inverse."
    ]
  };
}
