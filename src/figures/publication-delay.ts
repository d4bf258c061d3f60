import {stack} from "../components/stack.js";
import latePublicationShare from "../indicators/late-publication-share.js";
import publicationDelay from "../indicators/publication-delay.js";
import {defineFigure} from "../lib/figure.js";
import {formatDays, formatRatio, formatYear} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {quantile} from "../lib/metrics/quantile.js";
import {colors} from "../lib/palette.js";
import {publicationDays, whyNoDelay} from "../lib/publication.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";
import {byYear, fewNote, latestOf, yearPanel, type YearValue} from "./yearly.js";

interface Delays {
  medians: YearValue[];
  lates: YearValue[];
  median: number | null;
  nineTenths: number | null;
  late: number | null;
  used: number;
  recent: number;
  period: string;
}

export default defineFigure<Delays>({
  id: "publication-delay",
  tables: ["award"],
  indicators: [publicationDelay, latePublicationShare],
  prepare: ({award}) => {
    const all = measure(publicationDelay, award);
    const days = award.filter((row) => whyNoDelay(row) === null).map((row) => publicationDays(row) ?? 0);
    return {
      medians: byYear(publicationDelay, award),
      lates: byYear(latePublicationShare, award),
      median: all.value,
      nineTenths: quantile(days, 0.9),
      late: measure(latePublicationShare, award).value,
      used: all.used,
      recent: all.leftOut.recent ?? 0,
      period: periodOf(award)
    };
  },
  title: ({late}) =>
    late === null
      ? "Délai de publication des marchés"
      : `${formatRatio(late)} des marchés publiés après le délai de deux mois`,
  subtitle: ({period}) =>
    `Jours entre la notification et la première publication, et part publiée après deux mois, par année de notification, ${period}`,
  bigNumbers: ({late, median, nineTenths, used}) =>
    late === null || median === null || nineTenths === null
      ? []
      : [
          {
            label: "Après deux mois",
            value: formatRatio(late),
            comparison: `de ${counted(used, "attribution", "attributions")}`
          },
          {label: "Délai médian", value: formatDays(median), comparison: "une attribution sur deux attend moins"},
          {label: "Neuf sur dix", value: formatDays(Math.round(nineTenths)), comparison: "ou moins"}
        ],
  chart: ({medians, lates}, context) =>
    medians.length === 0
      ? null
      : stack(
          [
            yearPanel("Publiés après deux mois", latePublicationShare, lates, {color: colors.amended}, context),
            yearPanel("Délai médian, en jours", publicationDelay, medians, {color: colors.delay}, context)
          ],
          context
        ),
  table: ({medians, lates}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {key: "late_share", label: "Publiés après deux mois", format: formatRatio, missing: "trop récent ou non daté"},
      {key: "median_days", label: "Délai médian", format: formatDays, missing: "trop récent ou non daté"},
      {key: "awards", label: "Attributions comptées"},
      {key: "counted_share", label: "Part comptée", format: formatRatio, missing: "–"}
    ],
    rows: medians.map(({year, value, used, coverage}, i) => ({
      year,
      late_share: lates[i]?.value ?? null,
      median_days: value,
      awards: used,
      counted_share: coverage
    }))
  }),
  notes: ({recent}) => [
    "Deux mois de calendrier, le délai des textes, et non soixante jours.",
    "Un marché jamais publié n’est dans aucun compte : la part en retard ne peut être que plus grande.",
    ...(recent > 0
      ? [
          `${counted(recent, "attribution est trop récente", "attributions sont trop récentes")} pour être jugée${recent < 2 ? "" : "s"} : moins de six mois avant la dernière publication lue.`
        ]
      : []),
    fewNote
  ],
  empty: noAward,
  reading: ({medians}) => {
    const last = latestOf(medians);
    return last
      ? `une attribution sur deux notifiée en ${formatYear(last.year)} a été publiée en ${formatDays(last.value)} ou moins.`
      : "aucune année n’a assez d’attributions.";
  },
  scope: () => "Attributions datées, notifiées au moins six mois avant la dernière publication lue.",
  source: () => [...procurementSource, {label: "code de la commande publique, article R. 2196-1", url: ""}]
});
