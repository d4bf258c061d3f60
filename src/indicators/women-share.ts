import {defineIndicator} from "../lib/indicator.js";

const authority = ["definitif", "provisoire", "presse"];

export default defineIndicator({
  id: "women-share",
  version: 1,
  domain: "solidarite",
  unit: "share",
  needs: "night_count_profile",
  columns: ["edition", "perimeter", "indicator", "category", "part_share", "status"],
  name: "Part des femmes parmi les personnes rencontrées",
  question: "Quelle part des personnes rencontrées à Paris lors de la dernière Nuit détaillée sont des femmes ?",
  formula:
    "Part publiée pour Paris entier, dernière édition qui la donne : résultat définitif s’il existe, sinon premier résultat.",
  origin: "Nuit de la Solidarité, Ville de Paris et Apur, depuis 2018.",
  reference: "Études de l’Apur sur les personnes en situation de rue à Paris.",
  limits: [
    "Sexe dit par la personne, ou vu par l’équipe : le nombre de réponses n’est pas publié.",
    "L’Apur note que les femmes se cachent davantage : la part est sans doute trop petite."
  ],
  excludes: {},
  covers: ({perimeter, indicator, category, part_share}) =>
    perimeter === "paris" && indicator === "sexe" && category === "femmes" && part_share !== null,
  example: {
    rows: [
      {
        edition: 2020,
        perimeter: "paris",
        indicator: "sexe",
        category: "femmes",
        part_share: 0.12,
        status: "provisoire"
      },
      {edition: 2020, perimeter: "paris", indicator: "sexe", category: "femmes", part_share: 0.14, status: "definitif"},
      {edition: 2019, perimeter: "paris", indicator: "sexe", category: "femmes", part_share: 0.13, status: "definitif"}
    ],
    value: 0.14
  },
  compute: (rows) =>
    rows.toSorted((a, b) => b.edition - a.edition || authority.indexOf(a.status) - authority.indexOf(b.status))[0]
      ?.part_share ?? null
});
