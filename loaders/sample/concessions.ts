import type {Market} from "./market.js";
import {daysAfter} from "./publish.js";
import type {Random} from "./random.js";
import {buyer, objectMark, sampleSource} from "./record.js";
import {divisions} from "./divisions.js";

/** One concession in the shape of DECP v2. */
export interface SampleConcession {
  id: string;
  autoriteConcedante: {id: string; nom: string};
  nature: string;
  objet: string;
  procedure: string;
  dureeMois: number;
  dateSignature: string;
  dateDebutExecution: string;
  datePublicationDonnees: string;
  valeurGlobale: number;
  montantSubventionPublique: number;
  concessionnaires: {concessionnaire: {typeIdentifiant: string; id: string; denominationSociale: string}}[];
  considerationsSociales: {considerationSociale: string[]};
  considerationsEnvironnementales: {considerationEnvironnementale: string[]};
  source: string;
}

const granted: readonly (readonly [object: string, nature: string])[] = [
  ["chauffage urbain du quartier des Trois-Soleils", "Délégation de service public"],
  ["buvette du parc des Licornes", "Concession de service"],
  ["marché couvert du Demi-Tour", "Délégation de service public"],
  ["manège de la place Imaginaire", "Concession de service"],
  ["fourrière des véhicules oubliés", "Délégation de service public"],
  ["construction et exploitation du parking du Point-Virgule", "Concession de travaux"]
];

/** Concessions spread over the years; their dates lie inside them, but for the publication. */
export function concessionsOf(
  {firstYear, lastYear, idPrefix, count}: {firstYear: number; lastYear: number; idPrefix: string; count: number},
  market: Market,
  random: Random
): SampleConcession[] {
  return Array.from({length: count}, (_, i) => {
    const year = firstYear + Math.floor((i * (lastYear - firstYear + 1)) / count);
    const signedOn = `${year}-${String(random.integer(1, 12)).padStart(2, "0")}-${random.integer(10, 27)}`;
    const [object, nature] = granted[i % granted.length] as (typeof granted)[number];
    const value = Math.round(10 ** (6 + 0.7 * random.normal()) / 1000) * 1000;
    const services = divisions.findIndex(({trade}) => trade === "S");
    return {
      id: `${idPrefix}${year}C${String(i + 1).padStart(5, "0")}`,
      autoriteConcedante: buyer,
      nature,
      objet: `${objectMark}${object}`,
      procedure: random.pick(["Procédure négociée ouverte", "Procédure négociée restreinte"]),
      dureeMois: random.pick([60, 72, 96, 120, 180]),
      dateSignature: signedOn,
      dateDebutExecution: daysAfter(signedOn, random.integer(10, 90)),
      datePublicationDonnees: daysAfter(signedOn, random.integer(3, 60)),
      valeurGlobale: Math.max(10_000, value),
      montantSubventionPublique: random.chance(0.3) ? Math.round(value * 0.05) : 0,
      concessionnaires: market.draw(services, "concession", 1, 1).map(({siret, name}) => ({
        concessionnaire: {typeIdentifiant: "SIRET", id: siret, denominationSociale: name}
      })),
      considerationsSociales: {considerationSociale: ["Pas de considération sociale"]},
      considerationsEnvironnementales: {considerationEnvironnementale: ["Critère environnemental"]},
      source: sampleSource(signedOn)
    };
  });
}
