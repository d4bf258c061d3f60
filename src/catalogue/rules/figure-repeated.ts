import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "figure-repeated",
  severity: "info",
  table: "emission",
  field: "emissions_mt",
  of: "emissions",
  name: "Valeur recoupée",
  looksAt: "La même valeur de la même série, lue dans une deuxième source.",
  repairs: "Rien : la première source est citée.",
  reference: "Deux valeurs différentes arrêtent la construction.",
  example: {declared: "25.6", repaired: null}
});
