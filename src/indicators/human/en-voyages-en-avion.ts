import {defineHuman} from "../../lib/human/indicator.js";

const footprint = (year: number, emissions_mt: number) => ({
  series: "plan2024_empreinte",
  level: "total",
  perimeter: "empreinte",
  year,
  emissions_mt,
  status: "publie"
});

export default defineHuman({
  id: "en-voyages-en-avion",
  version: 1,
  title: "La vie à Paris, comptée en voyages en avion",
  sentence: "En {annee}, la vie à Paris a réchauffé le climat comme l’auraient fait {equivalence}.",
  measure: "footprint-emissions",
  filter: {},
  comparison: {kind: "none"},
  equivalence: "avion-pny",
  badNews: "Le nombre de voyages remonte, parce qu’on vole, chauffe ou achète davantage.",
  owner: "La direction de la Ville chargée du climat",
  lever: "Se chauffer autrement, voler moins, manger moins de viande, garder ses objets plus longtemps.",
  gaming: "Changer de facteur ou de façon de compter : le nombre change sans que rien n’ait changé.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 1, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [footprint(2018, 20.6), footprint(2021, 18.54)],
    says: "En 2021, la vie à Paris a réchauffé le climat comme l’auraient fait environ 9\u00a0millions d’allers-retours Paris – New York en avion, par passager."
  },
  worse: {
    rows: [footprint(2021, 18.54), footprint(2024, 20.6)],
    says: "En 2024, la vie à Paris a réchauffé le climat comme l’auraient fait environ 10\u00a0millions d’allers-retours Paris – New York en avion, par passager."
  },
  exampleEquivalences: [
    {
      key: "avion-pny",
      label: "A/R Paris - New-York en avion",
      value: 2060,
      unit: "kgCO2e/aller-retour/passager",
      quantity: "gaz à effet de serre",
      vintage: "2026-06",
      source_url: "https://example.org",
      is_published: true
    }
  ]
});
