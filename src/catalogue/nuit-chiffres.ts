import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "nuit-chiffres",
  name: "Nuit de la Solidarité, organisation",
  producer: "Ville de Paris et Apur ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://paris.fr/nuitdelasolidarite",
  licence: "chiffres publics, à citer : Apur, Ville de Paris, Métropole du Grand Paris",
  cadence: "une nuit par an",
  grain: "une édition, un périmètre, un chiffre, un statut",
  hosts: [],
  caveats: ["Les nombres de bénévoles sont souvent ronds, annoncés avant ou après la nuit."]
});
