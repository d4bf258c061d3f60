import {points} from "../components/points.js";
import peopleMet from "../indicators/people-met.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatDate} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {editionsOf, type Edition} from "./editions.js";
import {minimum, nightSources, sourceColumn} from "./solidarity.js";

interface Last {
  last: Edition | null;
}

export default defineFigure<Last>({
  id: "one-point-per-person",
  tables: ["night_count"],
  indicators: [peopleMet],
  prepare: ({night_count: rows}) => ({last: editionsOf(rows, "paris").at(-1) ?? null}),
  title: ({last}) => (last ? `${formatCount(last.people)} personnes, un point pour chacune` : "Un point par personne"),
  subtitle: ({last}) =>
    last
      ? `Personnes sans abri rencontrées à Paris la nuit du ${formatDate(last.nightOn)}, au moins`
      : "Personnes sans abri rencontrées à Paris",
  chart: ({last}, context) => (last && last.people > 0 ? points(last.people, colors.people, context) : null),
  table: ({last}) => ({
    columns: [
      {key: "night_on", label: "Nuit", format: formatDate},
      {key: "people_count", label: "Personnes rencontrées, au moins"},
      {key: "status", label: "Statut"},
      sourceColumn
    ],
    rows: last
      ? [
          {
            night_on: last.nightOn,
            people_count: last.people,
            status: last.isProvisional ? "provisoire" : "définitif",
            source: last.source
          }
        ]
      : []
  }),
  notes: () => ["Les points n’ont ni place ni ordre : aucun ne dit où, ni qui.", minimum],
  empty: "Aucune édition de la Nuit de la Solidarité dans ces données.",
  reading: ({last}) => (last ? "chaque point est une personne." : "aucune édition."),
  scope: () => "Paris, dernière édition publiée.",
  source: ({last}) => nightSources(last ?? undefined)
});
