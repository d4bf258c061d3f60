import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "buyer-id-malformed",
  severity: "warning",
  table: "contract",
  field: "buyer_siret",
  of: "declared",
  name: "Identifiant d’acheteur mal formé",
  looksAt:
    "Un identifiant d’acheteur qui n’a ni neuf chiffres (SIREN) ni quatorze (SIRET), espaces mis à part. Les données OCDS, où l’acheteur peut être étranger, ne sont pas regardées.",
  repairs: "Rien : l’acheteur est compté sous l’identifiant déclaré.",
  reference:
    "Arrêtés du 22 décembre 2022 relatifs aux données essentielles des marchés publics et des contrats de concession : l’acheteur est désigné par son SIRET.",
  example: {declared: "2175000160001", repaired: null}
});
