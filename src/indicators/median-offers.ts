import {defineIndicator} from "../lib/indicator.js";
import {median} from "../lib/metrics/quantile.js";
import {offersColumns, offersExcludes, offersLimits, whyNoOffers} from "../lib/offers.js";

export default defineIndicator({
  id: "median-offers",
  version: 1,
  domain: "marches",
  unit: "number",
  needs: "award",
  columns: offersColumns,
  name: "Nombre médian d’offres reçues",
  question: "Combien d’offres un marché reçoit-il d’ordinaire ?",
  formula:
    "Médiane du nombre d’offres reçues, dans la définition R-8 : la moitié des attributions en a reçu autant ou moins, la moitié autant ou plus.",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME.",
  reference:
    "Open Contracting Partnership, indicateur U018 ; Hyndman et Fan, 1996, The American Statistician 50(4), définition 8.",
  limits: offersLimits,
  excludes: offersExcludes,
  covers: ({kind}) => kind === "marche",
  leaveOut: whyNoOffers,
  example: {
    rows: [
      {kind: "marche", offers_received: 1, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 4, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 2, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 19, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: 0, dialect: "v2", default_fields: null},
      {kind: "marche", offers_received: null, dialect: "v1", default_fields: null},
      {kind: "concession", offers_received: null, dialect: "v2", default_fields: null}
    ],
    value: 3
  },
  compute: (rows) => median(rows.flatMap(({offers_received}) => (offers_received === null ? [] : [offers_received])))
});
