import footprintPath from "../indicators/footprint-path.js";
import {defineFigure} from "../lib/figure.js";
import {formatMegatonnes, formatYear} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {emissionNumbers, emissionParts, pathOf, type EmissionPath} from "./emission-path.js";

/** The year of the health crisis: air travel had mostly stopped. */
const covidYear = 2021;

export default defineFigure<EmissionPath>({
  ...emissionParts(colors.footprint),
  id: "footprint",
  tables: ["emission"],
  indicators: [footprintPath],
  prepare: (tables) => pathOf(tables, "plan2024_empreinte"),
  title: (path) => {
    const last = path.points.at(-1);
    return last
      ? `Empreinte carbone : ${formatMegatonnes(last.mt)} en ${formatYear(last.year)}${last.year === covidYear ? ", année de crise sanitaire" : ""}`
      : "Empreinte carbone de Paris";
  },
  subtitle: ({points}) =>
    `Émissions dues à ce que Paris consomme, d’où qu’elles viennent, millions de tonnes équivalent CO₂${
      points.length > 1 ? `, ${formatYear(points[0]?.year ?? 0)} à ${formatYear(points.at(-1)?.year ?? 0)}` : ""
    }`,
  bigNumbers: (path) => emissionNumbers(path, "Empreinte"),
  notes: ({points}) => [
    ...points.flatMap(({note}) => (note === null ? [] : [`${note}.`])),
    ...(points.at(-1)?.year === covidYear
      ? ["L’avion pesait 34 % de l’empreinte en 2018 et 23 % en 2021 : 2021 ne dit pas encore la tendance."]
      : []),
    "Les émissions locales sont déjà comprises dans l’empreinte : les deux ne s’additionnent pas."
  ],
  scope: () =>
    "Énergie, transports avion compris, alimentation et biens consommés à Paris. Une seule série, celle du Plan Climat 2024-2030."
});
