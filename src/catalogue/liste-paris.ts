import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "liste-paris",
  name: "Liste des marchés de la collectivité parisienne",
  producer: "Ville de Paris",
  url: "https://opendata.paris.fr/explore/dataset/liste-des-marches-de-la-collectivite-parisienne/",
  licence: "Licence Ouverte 2.0, à confirmer : celle des métadonnées est lue à chaque téléchargement",
  cadence: "chaque mois, à peu près ; l’année en cours peut manquer",
  grain: "un marché notifié, depuis 2013",
  hosts: ["opendata.paris.fr"],
  resource: {
    kind: "opendatasoft",
    url: "https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/liste-des-marches-de-la-collectivite-parisienne",
    maxBytes: 500_000_000
  },
  caveats: [
    "Ses montants sont un plancher et un plafond sur toute la durée : jamais une dépense, jamais additionnés.",
    "Un marché à plusieurs titulaires n’en nomme aucun (« MARCHE MULTIATTRIBUTAIRE »).",
    "Paris Habitat, le CASVP, Eau de Paris et les sociétés d’économie mixte n’y sont pas."
  ]
});
