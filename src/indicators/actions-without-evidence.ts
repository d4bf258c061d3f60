import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "actions-without-evidence",
  version: 1,
  domain: "engagements",
  unit: "ratio",
  needs: "commitment_action",
  columns: ["state"],
  name: "Actions promises sans preuve trouvée",
  question: "Parmi les actions promises, quelle part n’a laissé aucune preuve publique que nous ayons trouvée ?",
  formula: "Nombre d’actions dont l’état est « inconnu », divisé par le nombre d’actions des trois engagements.",
  origin: "Plan d’action 2019-2021 de la Ville de Paris, Partenariat pour un gouvernement ouvert.",
  reference: "Règle de ce site : une action n’est dite attestée que par une page publique, lue et citée.",
  limits: [
    "Sans preuve ne veut pas dire non fait : nous n’avons lu que des pages publiques.",
    "Une action compte pour une, qu’elle soit petite ou grande."
  ],
  excludes: {},
  example: {
    rows: [{state: "atteste"}, {state: "atteste_en_partie"}, {state: "inconnu"}, {state: "inconnu"}],
    value: 0.5
  },
  compute: (rows) => (rows.length === 0 ? null : rows.filter(({state}) => state === "inconnu").length / rows.length)
});
