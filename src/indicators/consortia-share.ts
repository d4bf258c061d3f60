import {noAnswer, whyNoAnswer} from "../lib/answers.js";
import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";

const asked = {kind: "marche", dialect: "v2", default_fields: null};

export default defineIndicator({
  id: "consortia-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["kind", "consortium_type", "dialect", "default_fields"],
  name: "Part des groupements d’entreprises",
  question: "Quelle part des marchés va à des entreprises qui se sont groupées pour répondre ?",
  formula:
    "Nombre d’attributions à un groupement conjoint ou solidaire, divisé par le nombre d’attributions qui disent s’il y a groupement.",
  origin:
    "Engagement de la Ville de Paris : diversité et renouvellement de son portefeuille de fournisseurs, notamment des PME, qui se groupent pour accéder aux grands marchés.",
  reference:
    "Open Contracting Partnership, indicateur R026 (fréquence des groupements), lu dans « typeGroupementOperateurs ».",
  limits: [
    "Le nombre de titulaires ne dit pas s’il y a groupement : un accord-cadre à plusieurs titulaires n’en est pas un.",
    "Un groupement n’est ni un bien ni un mal : il ouvre des marchés aux petites entreprises, et peut aussi réduire le nombre d’offres.",
    "Le format de 2019 ne demandait pas ce champ : il n’existe que depuis le 1er janvier 2024."
  ],
  excludes: noAnswer,
  covers: ({kind}) => kind === "marche",
  leaveOut: (row) => whyNoAnswer("consortium_type", row.consortium_type, row),
  example: {
    rows: [
      {...asked, consortium_type: "Solidaire"},
      {...asked, consortium_type: "Conjoint"},
      {...asked, consortium_type: "Pas de groupement"},
      {...asked, consortium_type: "Pas de groupement"},
      {...asked, consortium_type: null}
    ],
    value: 0.5
  },
  compute: (rows) => share(rows, ({consortium_type}) => consortium_type !== "Pas de groupement")
});
