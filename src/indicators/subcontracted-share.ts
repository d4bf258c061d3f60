import {isDefaultField, noAnswer} from "../lib/answers.js";
import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";

export default defineIndicator({
  id: "subcontracted-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: ["kind", "subcontract_count", "dialect", "default_fields"],
  name: "Part des marchés à sous-traitance déclarée",
  question: "Quelle part des marchés a au moins un acte de sous-traitance publié ?",
  formula:
    "Nombre d’attributions avec au moins un acte de sous-traitance, divisé par le nombre d’attributions dont la source demande s’il y en a. Une plateforme qui répond partout la même chose au champ « sous-traitance déclarée » n’est pas comptée.",
  origin:
    "Engagement de la Ville de Paris : diversité de son portefeuille de fournisseurs ; les sous-traitants en font partie.",
  reference:
    "Open Contracting Partnership, indicateur R072 (fréquence de la sous-traitance), lu dans « actesSousTraitance ».",
  limits: [
    "C’est un minimum : un acte accepté après la publication n’y est que si la donnée a été publiée de nouveau.",
    "Seuls les sous-traitants de premier rang sont demandés.",
    "Le format de 2019 ne demandait pas ce champ : il n’existe que depuis le 1er janvier 2024."
  ],
  excludes: {"not-asked": noAnswer["not-asked"], default: noAnswer.default},
  covers: ({kind}) => kind === "marche",
  leaveOut: ({dialect, default_fields}) => {
    if (dialect !== "v2") return "not-asked";
    return isDefaultField("has_subcontracting", default_fields) ? "default" : null;
  },
  example: {
    rows: [
      {kind: "marche", subcontract_count: 2, dialect: "v2", default_fields: null},
      {kind: "marche", subcontract_count: 0, dialect: "v2", default_fields: null},
      {kind: "marche", subcontract_count: 0, dialect: "v1", default_fields: null},
      {kind: "marche", subcontract_count: 1, dialect: "v2", default_fields: "has_subcontracting"}
    ],
    value: 0.5
  },
  compute: (rows) => share(rows, ({subcontract_count}) => subcontract_count > 0)
});
