import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";
import {isSingleBid, offersColumns, offersExcludes, offersLimits, whyNoOffers} from "../lib/offers.js";
import {procurementMethod} from "../lib/procedures.js";

const tender = {kind: "marche", procedure: "Appel d’offres ouvert", dialect: "v2", default_fields: null};

export default defineIndicator({
  id: "single-bid-share-open",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: [...offersColumns, "procedure"],
  name: "Part à offre unique, procédures ouvertes",
  question: "Quand tout le monde pouvait répondre, quelle part des marchés n’a reçu qu’une seule offre ?",
  formula:
    "Nombre d’attributions sur appel d’offres ouvert qui ont reçu une seule offre, divisé par le nombre d’attributions sur appel d’offres ouvert qui disent combien elles en ont reçu.",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME.",
  reference:
    "Open Contracting Partnership, UC005 (U015) : procédures à une offre, parmi les procédures concurrentielles, « procurementMethod = open » seulement. L’indicateur R018 de Cardinal y ajoute les procédures restreintes.",
  limits: [
    ...offersLimits,
    "Les procédures adaptées n’y sont pas : la loi laisse à l’acheteur le choix de la publicité, et la donnée ne dit pas laquelle."
  ],
  excludes: offersExcludes,
  covers: ({kind, procedure}) => kind === "marche" && procurementMethod(procedure) === "open",
  leaveOut: whyNoOffers,
  example: {
    rows: [
      {...tender, offers_received: 1},
      {...tender, offers_received: 5},
      {...tender, procedure: "Marché passé sans publicité ni mise en concurrence préalable", offers_received: 1},
      {...tender, procedure: "Procédure adaptée", offers_received: 1},
      {...tender, offers_received: null}
    ],
    value: 0.5
  },
  compute: (rows) => share(rows, isSingleBid)
});
