import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "default-value",
  severity: "info",
  table: "completeness",
  field: "has_subcontracting",
  of: "producer_fields",
  name: "Valeur par défaut jamais changée",
  looksAt:
    "Relatif aux données lues. Un champ où une seule valeur fait plus de 99 % d’au moins 100 réponses d’une plateforme : un défaut de formulaire plutôt qu’une réponse. Un constat par plateforme et par champ, rattaché à son plus gros fichier, et non un par enregistrement.",
  repairs: "Rien : la complétude compte ces valeurs à part.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : origine 0 pour 2 200 enregistrements sur 2 206, sous-traitance jamais vraie.",
  example: {declared: "false", repaired: null}
});
