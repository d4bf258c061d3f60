import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "award-count",
  version: 1,
  domain: "marches",
  unit: "count",
  needs: "award",
  columns: ["award_uid"],
  name: "Nombre d’attributions",
  nameAsDeclared: "Nombre d’enregistrements",
  question: "Combien de marchés et de concessions ont été attribués ?",
  formula: "Nombre d’attributions. Un accord-cadre déclaré une fois par titulaire compte une seule fois.",
  origin: "Engagement de la Ville de Paris : pour une commande publique ouverte.",
  reference: "Open Contracting Partnership, indicateur U001 : nombre de procédures attribuées.",
  limits: [
    "Un marché divisé en lots compte une fois par lot : c’est ainsi qu’il est publié.",
    "Sous 40 000 € hors taxes, la publication n’est pas obligatoire sous cette forme."
  ],
  excludes: {},
  example: {rows: [{award_uid: "a"}, {award_uid: "b"}], value: 2},
  compute: (rows) => rows.length
});
