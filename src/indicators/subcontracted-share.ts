import {noAnswer, whyNoAnswer} from "../lib/answers.js";
import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";

const asked = {kind: "marche", dialect: "v2", default_fields: null};

export default defineIndicator({
  id: "subcontracted-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["kind", "has_subcontracting", "subcontract_count", "dialect", "default_fields"],
  name: "Part des marchés à sous-traitance déclarée",
  question: "Quelle part des marchés a une sous-traitance déclarée ?",
  formula:
    "Nombre d’attributions qui répondent « oui » à « sous-traitance déclarée » ou ont un acte de sous-traitance publié, divisé par le nombre d’attributions qui répondent. Une plateforme qui répond partout la même chose n’est pas comptée.",
  origin:
    "Engagement de la Ville de Paris : diversité de son portefeuille de fournisseurs ; les sous-traitants en font partie.",
  reference:
    "Open Contracting Partnership, indicateur R072 (fréquence de la sous-traitance), lu dans « sousTraitanceDeclaree » et « actesSousTraitance ».",
  limits: [
    "C’est un minimum : un acte accepté après la publication n’y est que si la donnée a été publiée de nouveau.",
    "Seuls les sous-traitants de premier rang sont demandés.",
    "Le format de 2019 ne demandait pas ce champ : il n’existe que depuis le 1er janvier 2024."
  ],
  excludes: noAnswer,
  covers: ({kind}) => kind === "marche",
  leaveOut: (row) => whyNoAnswer("has_subcontracting", row.has_subcontracting, row),
  example: {
    rows: [
      {...asked, has_subcontracting: true, subcontract_count: 0},
      {...asked, has_subcontracting: false, subcontract_count: 2},
      {...asked, has_subcontracting: false, subcontract_count: 0},
      {...asked, has_subcontracting: false, subcontract_count: 0},
      {...asked, has_subcontracting: null, subcontract_count: 0},
      {...asked, has_subcontracting: null, subcontract_count: 0, dialect: "v1"},
      {...asked, has_subcontracting: false, subcontract_count: 1, default_fields: "has_subcontracting"}
    ],
    value: 0.5
  },
  compute: (rows) =>
    share(rows, ({has_subcontracting, subcontract_count}) => has_subcontracting === true || subcontract_count > 0)
});
