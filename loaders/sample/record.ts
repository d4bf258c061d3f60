import type {Need} from "./needs.js";
import type {Random} from "./random.js";
import type {Supplier} from "./market.js";
import {fictionalSiren, siretOf} from "./fictional-id.js";

/** A holder, as DECP v2 wraps it; the name is not in the v2 texts, but several producers add it. */
export interface Holder {
  titulaire: {typeIdentifiant: string; id: string; denominationSociale: string};
}

/** A change of a contract; `montant` is what it adds, as in the Paris files of 2024 and 2025. */
interface Modification {
  modification: {
    id: number;
    dateNotificationModification: string;
    datePublicationDonneesModification: string;
    montant: number;
  };
}

/** One contract in the shape of DECP v2 (arrêté of 22 December 2022), with the `source` of the consolidated files. */
export interface SampleContract {
  id: string;
  acheteur: {id: string; nom: string};
  nature: string;
  objet: string;
  codeCPV: string;
  procedure: string;
  lieuExecution: {code: string; typeCode: string};
  dureeMois: number;
  dateNotification: string;
  datePublicationDonnees: string;
  montant: number;
  formePrix: string;
  typesPrix: {typePrix: string[]};
  attributionAvance: boolean;
  tauxAvance: number;
  offresRecues: number | string;
  marcheInnovant: boolean;
  ccag: string;
  sousTraitanceDeclaree: boolean;
  typeGroupementOperateurs: string;
  origineUE: number;
  origineFrance: number;
  titulaires: Holder[];
  considerationsSociales: {considerationSociale: string[]};
  considerationsEnvironnementales: {considerationEnvironnementale: string[]};
  modalitesExecution: {modaliteExecution: string[]};
  techniques: {technique: string[]};
  modifications?: Modification[];
  source: string;
}

/** The invented buyer. Its SIREN is the first of the fictional range; suppliers start after it. */
export const buyer = {id: siretOf(fictionalSiren(1), 1), nom: "Ville d’Exempleville (fictive)"};

/** Every object starts with this, so that no row of the sample can be taken for a real contract. */
export const objectMark = "Exemple : ";

/** What stands in `source`: no platform has these names. The fictional City changed its platform with the format. */
export function sampleSource(date: string): string {
  return date < "2024" ? "exemple-fictif" : "exemple-fictif-2024";
}

const ccagOf = {T: "Travaux", S: "Prestations intellectuelles", F: "Fournitures courantes et services"} as const;

/** A contract without dirt. Shares are those of the 2,206 Paris rows of 2024–2025. */
export function contractOf(need: Need, suppliers: readonly Supplier[], random: Random): SampleContract {
  const hasAdvance = random.chance(0.13);
  return {
    id: "",
    acheteur: buyer,
    nature: "Marché",
    objet: `${objectMark}${need.object}`,
    codeCPV: need.cpv,
    procedure: procedureOf(need, random),
    lieuExecution: {code: "00", typeCode: "Code département"},
    dureeMois: need.months,
    dateNotification: need.notifiedOn,
    datePublicationDonnees: "",
    montant: need.amount,
    formePrix: need.isFramework
      ? "Unitaire"
      : random.weighted([["Forfaitaire", 82] as const, ["Unitaire", 12], ["Mixte", 6]]),
    typesPrix: {
      typePrix: [
        random.weighted([["Définitif révisable", 60] as const, ["Définitif ferme", 29], ["Définitif actualisable", 11]])
      ]
    },
    attributionAvance: hasAdvance,
    tauxAvance: hasAdvance ? random.weighted([[0.1, 62] as const, [0.05, 18], [0.2, 14], [0.15, 4], [0.3, 2]]) : 0,
    offresRecues: offersOf(need, random),
    marcheInnovant: false,
    ccag: ccagOf[need.trade],
    sousTraitanceDeclaree: false,
    typeGroupementOperateurs:
      suppliers.length > 1 ? random.pick(["Conjoint", "Conjoint", "Solidaire"]) : "Pas de groupement",
    origineUE: 0,
    origineFrance: 0,
    titulaires: suppliers.map(holderOf),
    considerationsSociales: {
      considerationSociale: [random.chance(0.22) ? "Clause sociale" : "Pas de considération sociale"]
    },
    considerationsEnvironnementales: {
      considerationEnvironnementale: random.weighted([
        [["Clause environnementale"], 47] as const,
        [["Pas de considération environnementale"], 37],
        [["Critère environnemental", "Clause environnementale"], 14],
        [["Critère environnemental"], 2]
      ])
    },
    modalitesExecution: {
      modaliteExecution: [
        need.isFramework
          ? random.weighted([["Bons de commande", 70] as const, ["Marchés subséquents", 30]])
          : random.weighted([["Sans objet", 58] as const, ["Bons de commande", 35], ["Tranches", 7]])
      ]
    },
    techniques: {technique: [need.isFramework ? "Accord-cadre" : "Sans objet"]},
    source: sampleSource(need.notifiedOn)
  };
}

/** The holder entry of a supplier. */
function holderOf(supplier: Supplier): Holder {
  return {titulaire: {typeIdentifiant: "SIRET", id: supplier.siret, denominationSociale: supplier.name}};
}

/** Large contracts need a formal tender; small ones seldom have one. The thresholds are rough on purpose. */
function procedureOf(need: Need, random: Random): string {
  const isFormal = need.amount > (need.trade === "T" ? 3_000_000 : 250_000);
  return isFormal
    ? random.weighted([
        ["Appel d'offres ouvert", 72] as const,
        ["Procédure avec négociation", 13],
        ["Appel d'offres restreint", 8],
        ["Marché passé sans publicité ni mise en concurrence préalable", 6],
        ["Dialogue compétitif", 1]
      ])
    : random.weighted([
        ["Procédure adaptée", 78] as const,
        ["Marché passé sans publicité ni mise en concurrence préalable", 17],
        ["Appel d'offres ouvert", 5]
      ]);
}

function offersOf(need: Need, random: Random): number {
  if (random.chance(need.isFramework ? 0.2 : 0.35)) return 1;
  return Math.min(40, Math.max(2, Math.round(Math.exp(1.45 + 0.65 * random.normal()))));
}
