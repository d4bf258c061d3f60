import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "equivalences",
  name: "Facteurs d’équivalence Impact CO2 (ceux que ces carnets utilisent)",
  producer: "ADEME, Impact CO2",
  url: "https://github.com/incubateur-ademe/impactco2/blob/8076a4895ecebd0c781ec6489ba2008b87915b09/public/equivalents.csv",
  licence: "MIT pour le fichier ; données ADEME (Base Empreinte, Agribalyse)",
  cadence: "plusieurs fois par an",
  grain: "une clé, un millésime",
  hosts: [],
  caveats: [
    "Une voiture est comptée par véhicule, avec une personne à bord ; train et avion par voyageur.",
    "Le millésime se lit à côté de chaque équivalence."
  ]
});
