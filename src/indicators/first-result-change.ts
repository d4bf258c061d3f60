import {defineIndicator} from "../lib/indicator.js";

export default defineIndicator({
  id: "first-result-change",
  version: 1,
  domain: "solidarite",
  unit: "ratio",
  needs: "night_count",
  columns: ["edition", "perimeter", "status", "people_count"],
  name: "Plus grande correction d’une première annonce",
  question: "De combien la première annonce d’une Nuit de la Solidarité a-t-elle été corrigée, au plus ?",
  formula:
    "Pour chaque édition de Paris qui a les deux : écart entre résultat définitif et première annonce, sans signe, divisé par la première annonce. Le plus grand de ces rapports.",
  origin: "Comparer ce qui est annoncé et ce qui est consolidé : la Ville publie les deux.",
  reference: "Communiqués de la Ville de Paris et études de l’Apur, cités édition par édition.",
  limits: ["Ce n’est pas une marge d’erreur du décompte : aucune n’est publiée."],
  excludes: {},
  covers: ({perimeter, status}) => perimeter === "paris" && status !== "presse",
  example: {
    rows: [
      {edition: 2018, perimeter: "paris", status: "provisoire", people_count: 2000},
      {edition: 2018, perimeter: "paris", status: "definitif", people_count: 2050},
      {edition: 2019, perimeter: "paris", status: "provisoire", people_count: 3000}
    ],
    value: 0.025
  },
  compute: (rows) => {
    const changes = rows.flatMap((first) => {
      const final = rows.find(({edition, status}) => edition === first.edition && status === "definitif");
      if (first.status !== "provisoire" || !final || first.people_count === 0) return [];
      return [Math.abs(final.people_count - first.people_count) / first.people_count];
    });
    return changes.length === 0 ? null : Math.max(...changes);
  }
});
