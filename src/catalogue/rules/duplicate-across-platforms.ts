import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "duplicate-across-platforms",
  severity: "info",
  table: "contract",
  field: "platform",
  of: "distinct",
  name: "Contrat publié sur plusieurs plateformes",
  looksAt: "Un même contrat (même acheteur, même identifiant) déclaré par deux plateformes ou plus.",
  repairs: "Rien n’est réécrit : le contrat est compté une fois, toutes ses sources sont gardées.",
  reference:
    "Mesure sur les fichiers de 2019 : 176 contrats figurent à la fois dans le fichier PES et dans celui de marches-publics.info.",
  example: {declared: "b", repaired: null}
});
