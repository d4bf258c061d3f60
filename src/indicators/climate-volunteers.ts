import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "climate-volunteers",
  version: 1,
  domain: "climat",
  unit: "people",
  needs: "mobilisation",
  columns: ["program", "indicator", "year", "value", "is_published"],
  name: "Personnes qui se sont portées volontaires du climat",
  question: "Combien de personnes se sont portées volontaires du climat à Paris ?",
  formula: "Dernier nombre publié de personnes qui se sont portées volontaires, toutes sources d’accord.",
  origin: "Votation du Plan Climat, Ville de Paris, mai et juin 2018.",
  reference: "Nombre de la Ville, repris par la presse du 5 juin 2018.",
  limits: [
    "Se porter volontaire n’est pas agir : aucune source lue ne dit combien de personnes sont encore actives.",
    "Les volontaires de 2007 sont une autre démarche : les deux nombres ne se comparent pas.",
    "Quand deux sources donnent deux nombres pour la dernière année, aucun n’est retenu."
  ],
  excludes: {unpublished: "nombres ni publiés ni repris par la presse d’une publication"},
  covers: ({program, indicator}) =>
    program === "Volontaires du climat" && indicator === "personnes s'étant portées volontaires",
  leaveOut: ({is_published}) => (is_published ? null : "unpublished"),
  example: {
    rows: [
      {
        program: "Volontaires du climat",
        indicator: "personnes s'étant portées volontaires",
        year: 2018,
        value: 100,
        is_published: true
      },
      {
        program: "Volontaires du climat",
        indicator: "personnes s'étant portées volontaires",
        year: 2018,
        value: 100,
        is_published: true
      }
    ],
    value: 100
  },
  compute: (rows) => {
    const last = Math.max(...rows.map(({year}) => year ?? 0));
    const values = new Set(rows.filter(({year}) => (year ?? 0) === last).map(({value}) => value));
    return values.size === 1 ? ([...values][0] as number) : null;
  }
});
