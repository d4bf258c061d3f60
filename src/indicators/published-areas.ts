import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "published-areas",
  version: 1,
  domain: "solidarite",
  unit: "count",
  needs: "night_count_area",
  columns: ["edition", "area", "scope"],
  name: "Zones publiées avec un même champ, au mieux",
  question: "Pour combien d’arrondissements un décompte est-il publié avec un même champ, dans la meilleure édition ?",
  formula:
    "Nombre de zones (arrondissements, ou Paris Centre) dont un nombre est publié, par édition et par champ ; le plus grand de ces nombres.",
  origin: "Ces carnets : dire pourquoi il n’y a pas de carte.",
  reference: "Table des chiffres par arrondissement, avec la page lue pour chacun.",
  limits: ["Les études de l’Apur ont davantage de zones, dans des documents dont le texte n’a pas pu être lu."],
  excludes: {},
  example: {
    rows: [
      {edition: 2018, area: "10", scope: "rues"},
      {edition: 2018, area: "12", scope: "rues"},
      {edition: 2019, area: "10", scope: "rues"},
      {edition: 2019, area: "12", scope: "tous lieux (probable)"}
    ],
    value: 2
  },
  compute: (rows) => {
    const groups = new Map<string, Set<string>>();
    for (const {edition, area, scope} of rows) {
      const key = `${edition} ${scope}`;
      groups.set(key, (groups.get(key) ?? new Set()).add(area));
    }
    return groups.size === 0 ? 0 : Math.max(...Array.from(groups.values(), ({size}) => size));
  }
});
