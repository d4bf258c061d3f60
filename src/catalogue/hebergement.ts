import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "hebergement",
  name: "Hébergement la nuit du décompte",
  producer: "Ville de Paris, État et presse ; table établie par ce projet",
  url: "https://presse.paris.fr/pages/19647",
  licence: "chiffres publics, à citer avec leur source",
  cadence: "au fil des communiqués",
  grain: "une date, une catégorie, un champ, un statut",
  hosts: [],
  caveats: [
    "Quatre champs se suivent : places ouvertes à Paris, personnes hébergées, places avec hôtels et mises à l’abri, places régulées depuis Paris. Aucun rapport d’une année à l’autre."
  ]
});
