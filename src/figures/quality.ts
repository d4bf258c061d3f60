import rules from "../catalogue/rules/index.js";
import {formatRatio} from "../lib/format.js";
import {aboutProcurement} from "../lib/findings.js";
import {tables, type Column} from "../lib/schema.js";

/** What to say when no contract was read. */
export const noContract = "Aucun marché dans ces données. Lancez « npm run data » avec un fichier de marchés.";

/** How serious a finding is, in words, most serious first. */
export const severities: Readonly<Record<string, string>> = {
  error: "valeur inutilisable",
  warning: "réparée ou douteuse",
  info: "bon à savoir"
};

/** The page of a finding rule, from the root of the site. */
export function methodOf(rule: string): string {
  return `methode/${rule}`;
}

/** Where the records that a rule touched can be read, from the root of the site. */
export function recordsOf(rule: string): string {
  return `marches/qualite#regle=${rule}`;
}

/** Name of a rule on screen; its identifier when the catalogue does not know it. */
export function ruleName(id: string): string {
  return rules.find((rule) => rule.id === id)?.name ?? id;
}

/** Every procurement rule of the catalogue. */
export function procurementRules(): typeof rules {
  return rules.filter(({id}) => aboutProcurement({rule: id}));
}

const fieldNames: Readonly<Record<string, string>> = {
  amount: "Montant",
  notified_on: "Date de notification",
  published_on: "Date de publication",
  duration_months: "Durée",
  cpv: "Code CPV",
  procedure: "Procédure",
  nature: "Nature",
  object: "Objet",
  holders: "Titulaire",
  place: "Lieu d’exécution",
  price_form: "Forme du prix",
  offers_received: "Offres reçues",
  consortium_type: "Groupement d’opérateurs",
  social: "Considérations sociales",
  environmental: "Considérations environnementales",
  is_innovative: "Marché innovant",
  has_subcontracting: "Sous-traitance déclarée",
  origin_eu: "Part d’origine UE",
  origin_france: "Part d’origine France",
  advance: "Avance",
  ccag: "CCAG"
};

/** Name of a field of `completeness` on screen. */
export function fieldName(field: string): string {
  const column = (tables.contract.columns as Record<string, Column>)[field];
  return fieldNames[field] ?? column?.label ?? field;
}

const datasetNames: Readonly<Record<string, string>> = {
  decp: "DECP",
  "decp-tabular": "DECP en tableau",
  "liste-paris": "liste de la Ville",
  ocds: "OCDS"
};

/** Name of a data set on screen. */
export function datasetName(dataset: string): string {
  return datasetNames[dataset] ?? dataset;
}

/** A share in words for a sentence: `1 sur 4` when it is close to one, else a percentage. */
export function shareInWords(share: number): string {
  const one = share > 0 ? 1 / share : 0;
  return one >= 2 && Math.abs(one - Math.round(one)) < 0.08 && one < 15
    ? `un sur ${Math.round(one)}`
    : formatRatio(share);
}
