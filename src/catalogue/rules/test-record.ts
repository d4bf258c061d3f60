import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "test-record",
  severity: "error",
  table: "contract",
  field: "record",
  of: "declared",
  name: "Enregistrement d’essai",
  looksAt:
    "Un enregistrement qui se donne pour fictif : acheteur « AIFE », « Essentiel » ou « TEST APC », identifiant qui contient 123456789, ou objet d’au plus trois mots dont « test » (« kits de test » est un vrai achat).",
  repairs: "Rien : l’enregistrement reste dans les tables, désigné ici. À retirer à la source.",
  reference:
    "Mesure sur le fichier AIFE de 2019 : 82 enregistrements, 54 par l’identifiant, 79 par les acheteurs « AIFE » et « Essentiel », 3 par l’acheteur « TEST APC ». Voir 139bercy/decp-rama, demande 26.",
  example: {declared: "2018123456789100", repaired: null}
});
