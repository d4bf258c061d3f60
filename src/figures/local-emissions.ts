import localEmissionsPath from "../indicators/local-emissions-path.js";
import {defineFigure} from "../lib/figure.js";
import {formatRatio, formatYear} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {emissionNumbers, emissionParts, pathOf, progress, type EmissionPath} from "./emission-path.js";

export default defineFigure<EmissionPath>({
  ...emissionParts(colors.territory),
  id: "local-emissions",
  tables: ["emission"],
  indicators: [localEmissionsPath],
  prepare: (tables) => pathOf(tables, "plan2024_territoire"),
  title: (path) => {
    const now = progress(path);
    if (!now) return "Émissions locales de gaz à effet de serre";
    return `Émissions locales : ${formatRatio(now.done)} du chemin vers la cible de 2030`;
  },
  subtitle: ({points}) =>
    `Gaz à effet de serre émis dans Paris, millions de tonnes équivalent CO₂, ${span(points)}, et cibles 2030 et 2050`,
  sentence: (path) => {
    const now = progress(path);
    if (!now) return "Le chemin vers la cible de 2030 ne peut pas être calculé.";
    return `Entre ${formatYear(path.baselineYear ?? 0)} et ${formatYear(now.year)}, Paris a fait ${formatRatio(now.done)} du chemin vers sa cible de 2030, en ${formatRatio(now.time)} du temps.`;
  },
  bigNumbers: (path) => emissionNumbers(path, "Émissions locales"),
  notes: ({points}) => [
    "Une part de chemin ne dit pas si le rythme suffit : la fin du chemin est souvent la plus difficile.",
    ...(points.at(-1)?.year === 2021
      ? [
          "2021 est une année marquée par la crise sanitaire.",
          "Le texte du même document imprime aussi 4,7 Mt et −36 % pour 2021 ; c’est son tableau qui est repris ici."
        ]
      : [])
  ],
  scope: () =>
    "Logements, bureaux et commerces, industrie, transports dans Paris sans l’avion, déchets. Une seule série, celle du Plan Climat 2024-2030."
});

function span(points: readonly {year: number}[]): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `${formatYear(first.year)} à ${formatYear(last.year)}` : "période non publiée";
}
