import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";
import {isSingleBid, offersColumns, offersExcludes, offersLimits, whyNoOffers} from "../lib/offers.js";

export default defineIndicator({
  id: "single-bid-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: offersColumns,
  name: "Part à offre unique, toutes procédures",
  question: "Quelle part des marchés n’a reçu qu’une seule offre ?",
  formula:
    "Nombre d’attributions qui ont reçu une seule offre, divisé par le nombre d’attributions qui disent combien elles en ont reçu, quelle que soit la procédure.",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME.",
  reference:
    "Digiwhist et opentender.eu, indicateur « single bid » : une offre ou plusieurs, par lot attribué, toutes procédures.",
  limits: [
    ...offersLimits,
    "Un marché passé sans publicité ni mise en concurrence n’attend qu’une offre : cette définition le compte quand même. L’autre, des seules procédures ouvertes, ne le compte pas.",
    "Le tableau de bord européen du marché unique ne compte que les marchés publiés au niveau européen : les deux nombres ne se comparent pas."
  ],
  excludes: offersExcludes,
  covers: ({kind}) => kind === "marche",
  leaveOut: whyNoOffers,
  example: {
    rows: [
      {kind: "marche", offers_received: 1, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 2, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 7, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 3, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: null, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 1, dialect: "v2", default_fields: "offers_received"}
    ],
    value: 0.25
  },
  compute: (rows) => share(rows, isSingleBid)
});
