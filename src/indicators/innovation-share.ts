import {noAnswer, whyNoAnswer} from "../lib/answers.js";
import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";

const asked = {kind: "marche", dialect: "v2", default_fields: null};

export default defineIndicator({
  id: "innovation-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["kind", "is_innovative", "dialect", "default_fields"],
  name: "Part des marchés innovants",
  question: "Quelle part des marchés porte sur des travaux, fournitures ou services innovants ?",
  formula:
    "Nombre d’attributions déclarées innovantes, divisé par le nombre d’attributions qui répondent. Une plateforme qui répond « non » presque partout n’est pas comptée.",
  origin:
    "Engagement de la Ville de Paris : étude de faisabilité sur la publication de données sociales et environnementales.",
  reference:
    "Arrêtés du 22 décembre 2022, champ « marcheInnovant » ; code de la commande publique, article R. 2124-3, 2°.",
  limits: [
    "La réponse est une case à cocher, que la plupart des logiciels remplissent d’avance.",
    "Le format de 2019 ne demandait pas ce champ : il n’existe que depuis le 1er janvier 2024."
  ],
  excludes: noAnswer,
  covers: ({kind}) => kind === "marche",
  leaveOut: (row) => whyNoAnswer("is_innovative", row.is_innovative, row),
  example: {
    rows: [
      {...asked, is_innovative: true},
      {...asked, is_innovative: false},
      {...asked, is_innovative: false},
      {...asked, is_innovative: false},
      {...asked, is_innovative: true, default_fields: "has_subcontracting; is_innovative"},
      {...asked, is_innovative: null}
    ],
    value: 0.25
  },
  compute: (rows) => share(rows, ({is_innovative}) => is_innovative === true)
});
