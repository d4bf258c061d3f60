import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "duplicate-contract",
  severity: "warning",
  table: "contract",
  field: "contract_uid",
  of: "declared",
  name: "Contrat déclaré plusieurs fois",
  looksAt:
    "Deux enregistrements du même acheteur (SIREN) avec le même identifiant. La publication la plus récente est gardée ; à égalité, celle qui a le plus de modifications, puis la dernière lue.",
  repairs:
    "Rien n’est réécrit : l’enregistrement le plus ancien sort des totaux et reste compté ici ; ses modifications s’ajoutent à celles du contrat gardé.",
  reference:
    "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 6 contrats figurent dans les deux, le plus récent portant plus de modifications.",
  example: {declared: "2024F00284", repaired: null}
});
