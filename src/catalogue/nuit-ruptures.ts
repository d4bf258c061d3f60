import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-ruptures",
  name: "Nuit de la Solidarité, ruptures de série",
  producer: "ce projet, d’après les études de l’Apur et les communiqués de la Ville de Paris, cités ligne à ligne",
  url: "https://www.apur.org/fr/population-societe/social-inclusion/personnes-sans-abri-paris-resultats-8e-edition-nuit-solidarite",
  licence: "chiffres publics, à citer : Apur, Ville de Paris, Métropole du Grand Paris",
  cadence: "une ligne par édition qui ne se compare pas à la précédente",
  grain: "une édition, un périmètre",
  hosts: [],
  caveats: ["Notre lecture des études : une rupture interdit de tracer une ligne ou de publier une évolution."]
});
