import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-jeu-ouvert",
  name: "Décompte Nuit de la Solidarité, jeu ouvert de la Ville",
  producer: "Ville de Paris",
  url: "https://opendata.paris.fr/explore/dataset/exclusion-sans-domicilisme/",
  licence: "ODbL, à confirmer : celle des métadonnées est lue à chaque téléchargement",
  cadence: "une fois par an, quelques mois après la nuit",
  grain: "une édition, Paris entier",
  hosts: ["opendata.paris.fr"],
  resource: {
    kind: "opendatasoft",
    url: "https://opendata.paris.fr/api/explore/v2.1/catalog/datasets/exclusion-sans-domicilisme",
    maxBytes: 1_000_000,
    columns: {
      edition_jeu_ouvert: /^(ann[ée]e|[ée]dition|millesime|millésime)\b/i,
      personnes_jeu_ouvert: /^(nombre|nb|total|effectif|personnes|d[ée]compte)\b/i
    }
  },
  caveats: [
    "Les noms de ses champs sont lus dans son catalogue à chaque téléchargement.",
    "Il sert à vérifier la table des totaux ; un désaccord est un constat, et ne change aucun nombre publié."
  ]
});
