import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "answered-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "completeness",
  columns: ["asked", "answered", "default_count"],
  name: "Part des champs renseignés",
  question: "Quelle part des cases que le format demande porte une vraie réponse ?",
  formula:
    "Nombre de cases remplies, moins celles qui portent la valeur par défaut du producteur, divisé par le nombre de cases demandées.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference: "Open Contracting Partnership, contrôle de qualité des données : couverture des champs (Pelican).",
  limits: [
    "Une case remplie n’est pas une case juste : les règles de contrôle regardent les valeurs.",
    "Une valeur par défaut est parfois vraie ; elle ne se distingue pas d’une case laissée telle quelle."
  ],
  excludes: {},
  example: {
    rows: [
      {asked: 100, answered: 100, default_count: 0},
      {asked: 100, answered: 90, default_count: 90}
    ],
    value: 0.5
  },
  compute: (rows) => {
    const asked = rows.reduce((total, row) => total + row.asked, 0);
    const given = rows.reduce((total, row) => total + row.answered - row.default_count, 0);
    return asked === 0 ? null : given / asked;
  }
});
