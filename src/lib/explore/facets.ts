import {cpvDivisions} from "../cpv.js";

/** The facets by which awards are filtered and grouped, in the order of the screen. */
export const facetIds = ["year", "division", "procedure", "category", "place"] as const;

/** Name of a facet. */
export type FacetId = (typeof facetIds)[number];

/** The value of a row whose source does not say. */
export const unknownValue = "inconnu";

/** A facet on screen and in the address. */
interface Facet {
  /** Its name in the address. */
  param: string;
  label: string;
  /** A group of one value, as a chart names it: "Montant par année". */
  by: string;
  /** What its values are called when one is not known: "n’est pas une année de ces données". */
  noun: string;
  nameOf: (value: string) => string;
}

const categories: Readonly<Record<string, string>> = {
  PME: "PME, petite ou moyenne entreprise",
  ETI: "ETI, entreprise de taille intermédiaire",
  GE: "GE, grande entreprise"
};

const places: Readonly<Record<string, string>> = {
  paris: "Paris",
  "petite-couronne": "Petite couronne",
  "ile-de-france": "Reste de l’Île-de-France",
  france: "Reste de la France",
  etranger: "Étranger"
};

/** Every facet. */
export const facets: Readonly<Record<FacetId, Facet>> = {
  year: {
    param: "annee",
    label: "Année de notification",
    by: "année",
    noun: "une année",
    nameOf: (year) => (year === unknownValue ? "Sans date" : year)
  },
  division: {
    param: "cpv",
    label: "Division CPV (objet acheté)",
    by: "division CPV",
    noun: "une division CPV",
    nameOf: divisionName
  },
  procedure: {
    param: "procedure",
    label: "Procédure",
    by: "procédure",
    noun: "une procédure",
    nameOf: (procedure) => (procedure === unknownValue ? "Non renseignée" : procedure)
  },
  category: {
    param: "categorie",
    label: "Catégorie d’un titulaire",
    by: "catégorie de titulaire",
    noun: "une catégorie",
    nameOf: (category) => (category === unknownValue ? "Inconnue" : (categories[category] ?? category))
  },
  place: {
    param: "lieu",
    label: "Siège d’un titulaire",
    by: "siège de titulaire",
    noun: "un lieu",
    nameOf: (place) => (place === unknownValue ? "Inconnu" : (places[place] ?? place))
  }
};

/** The values of a facet that have an order of their own, as they stand on screen; other values are sorted. */
export const orderedValues: Readonly<Partial<Record<FacetId, readonly string[]>>> = {
  category: Object.keys(categories),
  place: Object.keys(places)
};

/** The facets in which one award may stand under several values, because it has several suppliers. */
export const sharedFacets: readonly FacetId[] = ["category", "place"];

/** A CPV division with its number; "Non renseignée" when unknown. */
export function divisionName(division: string): string {
  if (division === unknownValue) return "Non renseignée";
  const label = cpvDivisions[division];
  return label ? `${division} · ${label}` : division;
}
