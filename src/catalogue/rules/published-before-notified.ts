import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "published-before-notified",
  severity: "warning",
  table: "contract",
  field: "published_on",
  of: "dated",
  name: "Publié avant d’être notifié",
  looksAt: "Une date de publication des données antérieure à la date de notification.",
  repairs: "Rien : les deux dates restent telles que déclarées.",
  reference: "Mesure sur les fichiers de la Ville de Paris 2024 et 2025 : 6 enregistrements.",
  example: {declared: "2024-02-20", repaired: null}
});
