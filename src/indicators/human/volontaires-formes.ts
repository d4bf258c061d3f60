import {defineHuman} from "../../lib/human/indicator.js";

const trained = (period: string, value: number) => ({
  period,
  year: Number(period.slice(0, 4)),
  indicator: "volontaires formés depuis l’ouverture",
  value,
  status: "provisoire"
});

export default defineHuman({
  id: "volontaires-formes",
  version: 1,
  title: "Les volontaires formés à aider une personne sans abri",
  sentence:
    "Le dernier nombre publié date de {annee} : {valeur} volontaires formés par la Fabrique de la solidarité depuis son ouverture.",
  measure: "trained-volunteers",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews: "Personne ne publie plus le nombre : on ne sait pas si des volontaires sont encore formés.",
  owner: "La Fabrique de la solidarité",
  lever: "Former davantage de volontaires, et publier le nombre chaque année.",
  gaming: "Compter deux fois la personne qui revient à une autre séance.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 2, measurable: 1, worse: 2, comparable: 0, owned: 2},
  example: {
    rows: [trained("2019-06", 200), trained("2019-11-07", 600)],
    says: "Le dernier nombre publié date de 2019\u00a0: 600 volontaires formés par la Fabrique de la solidarité depuis son ouverture."
  },
  worse: {
    rows: [trained("2019-06", 200)],
    says: "Le dernier nombre publié date de 2019\u00a0: 200 volontaires formés par la Fabrique de la solidarité depuis son ouverture."
  }
});
