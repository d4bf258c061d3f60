import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "fabrique-solidarite",
  name: "La Fabrique de la Solidarité, chiffres publiés",
  producer: "Ville de Paris et presse ; table établie par ce projet",
  url: "https://www.paris.fr/pages/la-solidarite-envers-les-personnes-sans-abri-se-fabrique-a-paris-7277",
  licence: "chiffres publics, à citer avec leur source",
  cadence: "plus rien trouvé après mars 2022",
  grain: "une période, un chiffre",
  hosts: [],
  caveats: ["Chiffres épars, sans série."]
});
