import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "buyer-id-bad-key",
  severity: "warning",
  table: "contract",
  field: "buyer_siret",
  of: "declared",
  name: "Identifiant d’acheteur dont la clé est fausse",
  looksAt:
    "Un SIREN ou un SIRET d’acheteur dont la clé de Luhn est fausse. Les établissements de La Poste (356 000 000) suivent leur propre règle : somme des chiffres multiple de cinq.",
  repairs: "Le SIREN, quand les neuf premiers chiffres ont une clé juste ; sinon rien.",
  reference:
    "INSEE, numéro Siret ; ISO/IEC 7812-1, annexe B. Mesure sur le fichier AIFE de 2019 : 53 enregistrements sur 4 530, presque tous fictifs.",
  example: {declared: "21750001600018", repaired: "217500016"}
});
