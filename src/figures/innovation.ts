import innovationShare from "../indicators/innovation-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Innovation {
  years: {
    year: number;
    marches: number;
    yes: number;
    used: number;
    byDefault: number;
    silent: number;
    share: number | null;
  }[];
  share: number | null;
  yes: number;
  byDefault: number;
  period: string;
}

export default defineFigure<Innovation>({
  id: "innovation",
  tables: ["award"],
  indicators: [innovationShare],
  obeysCorrections: true,
  prepare: ({award}) => {
    const marches = award.filter(({kind}) => kind === "marche");
    const {value, leftOut} = measure(innovationShare, marches);
    return {
      years: Array.from(groupBy(marches, ({year}) => year))
        .flatMap(([year, rows]) => {
          const own = measure(innovationShare, rows);
          const [byDefault, unanswered, notAsked] = ["default", "unanswered", "not-asked"].map(
            (key) => own.leftOut[key] ?? 0
          );
          const silent = (unanswered ?? 0) + (notAsked ?? 0);
          return year === null
            ? []
            : [
                {
                  year,
                  marches: rows.length,
                  yes: yesOf(rows),
                  used: own.used,
                  byDefault: byDefault ?? 0,
                  silent,
                  share: own.value
                }
              ];
        })
        .toSorted((a, b) => a.year - b.year),
      share: value,
      yes: yesOf(marches),
      byDefault: leftOut.default ?? 0,
      period: periodOf(award)
    };
  },
  title: ({share, byDefault}) => {
    if (share !== null) return `${formatRatio(share)} des marchés qui répondent sont dits innovants`;
    return byDefault > 0 ? "L’innovation ne se mesure pas : la même réponse partout" : "Marchés innovants";
  },
  subtitle: ({period}) => `Marchés selon la case « marché innovant », par année de notification, ${period}`,
  table: ({years}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {key: "yes", label: "Dits innovants"},
      {key: "answers", label: "Marchés qui répondent"},
      {key: "by_default", label: "Valeur par défaut : non répondu"},
      {key: "silent", label: "Sans réponse ou non demandé"},
      {key: "awards", label: "Marchés"},
      {key: "share", label: "Part innovante", format: formatRatio, missing: "ne se calcule pas"}
    ],
    rows: years.map(({year, marches, yes, used, byDefault, silent, share}) => ({
      year,
      yes,
      answers: used,
      by_default: byDefault,
      silent,
      awards: marches,
      share
    }))
  }),
  notes: ({yes, share}) =>
    share === null && yes > 0
      ? [
          `${counted(yes, "marché est dit innovant", "marchés sont dits innovants")} : on peut les citer, pas en faire une part.`
        ]
      : [],
  empty: noAward,
  reading: ({years}) => {
    const last = years.at(-1);
    return last
      ? `en ${formatYear(last.year)}, ${counted(last.yes, "marché est dit innovant", "marchés sont dits innovants")} sur ${counted(last.marches, "marché", "marchés")}.`
      : "aucune année.";
  },
  scope: () => "Marchés comptés une fois par attribution ; la question n’est pas posée aux concessions.",
  source: () => procurementSource
});

function yesOf(rows: readonly {is_innovative: boolean | null}[]): number {
  return rows.filter(({is_innovative}) => is_innovative === true).length;
}
