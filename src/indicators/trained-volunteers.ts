import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "trained-volunteers",
  version: 1,
  domain: "solidarite",
  unit: "people",
  needs: "fabrique_figure",
  columns: ["period", "indicator", "value"],
  name: "Volontaires formés par la Fabrique",
  question: "Combien de volontaires la Fabrique de la Solidarité dit-elle avoir formés depuis son ouverture ?",
  formula: "Dernier nombre publié de volontaires formés depuis l’ouverture, en mai 2019.",
  origin: "Engagement « Fabrique de la solidarité » du plan d’action 2019-2021 de Paris (gouvernement ouvert).",
  reference: "Ville de Paris, page sur la Fabrique de la Solidarité.",
  limits: ["Le dernier nombre trouvé a été publié six mois après l’ouverture : ce qui a suivi n’est pas connu."],
  excludes: {},
  covers: ({indicator}) => indicator.startsWith("volontaires formés"),
  example: {
    rows: [
      {period: "2019-06", indicator: "volontaires formés depuis l’ouverture", value: 200},
      {period: "2019-11-07", indicator: "volontaires formés depuis l’ouverture", value: 600},
      {period: "2020", indicator: "nouveaux bénévoles", value: 4000}
    ],
    value: 600
  },
  compute: (rows) => rows.toSorted((a, b) => (a.period < b.period ? 1 : -1))[0]?.value ?? null
});
