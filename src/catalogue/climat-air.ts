import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "climat-air",
  name: "Qualité de l’air à Paris, chiffres publiés",
  producer: "Airparif, Citepa ; table de chiffres publiés établie par ce projet, source par source",
  url: "https://www.airparif.fr/node/1349",
  licence: "chiffres publics, à citer : Airparif",
  cadence: "bilan annuel",
  grain: "un indicateur, un polluant, une année, une source",
  hosts: [],
  caveats: ["L’exposition de 2012 est en part des habitants, celle de 2022 en habitants."]
});
