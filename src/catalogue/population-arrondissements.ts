import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "population-arrondissements",
  name: "Population municipale des arrondissements de Paris",
  producer: "Insee, par le paquet @etalab/decoupage-administratif",
  url: "https://www.insee.fr/fr/statistiques/8680726?sommaire=8681011",
  licence: "Licence Ouverte 2.0",
  cadence: "chaque année, trois ans après l’année de référence",
  grain: "une année, un arrondissement",
  hosts: [],
  tables: ["population"],
  caveats: ["Publiée pour mémoire : diviser un nombre de personnes rencontrées par des habitants n’a pas de sens."]
});
