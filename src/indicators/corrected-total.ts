import {defineIndicator} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";

export default defineIndicator({
  id: "corrected-total",
  version: 1,
  domain: "marches",
  unit: "eur",
  needs: "award",
  columns: ["amount_eur", "amount_issue"],
  name: "Montant attribué, corrigé",
  nameAsDeclared: "Montant déclaré, sans correction",
  question: "Quel montant de marchés a été attribué, une fois les répétitions et les montants de remplissage retirés ?",
  formula:
    "Somme, sur toutes les attributions, du montant hors taxes. Un accord-cadre déclaré une fois par titulaire compte une seule fois.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference:
    "Arrêtés du 22 décembre 2022 sur les données essentielles de la commande publique : « montant », hors taxes.",
  limits: [
    "Un montant de marché est un engagement, souvent un maximum sur plusieurs années : ce n’est pas une dépense.",
    "Les marchés que la source n’a pas publiés n’y sont pas."
  ],
  excludes: {
    placeholder: "montant de remplissage (10 € ou moins)",
    missing: "montant absent ou illisible",
    filler: "montant de remplissage (suite d’un même chiffre)",
    "too-large": "montant de plus de 3 milliards d’euros",
    ceiling: "plafond pluriannuel, qui ne s’additionne pas",
    currency: "montant dans une autre monnaie"
  },
  leaveOut: ({amount_eur, amount_issue}) => (amount_eur === null ? (amount_issue ?? "missing") : null),
  example: {
    rows: [
      {amount_eur: 120_000.5, amount_issue: null},
      {amount_eur: 80_000, amount_issue: null},
      {amount_eur: null, amount_issue: "placeholder"}
    ],
    value: 200_000.5
  },
  compute: (rows) => (rows.length === 0 ? null : sumEuros(rows.map(({amount_eur}) => amount_eur ?? 0)))
});
