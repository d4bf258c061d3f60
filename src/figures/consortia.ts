import {stack} from "../components/stack.js";
import consortiaShare from "../indicators/consortia-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio, formatYear} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";
import {byYear, fewNote, latestOf, yearPanel, type YearValue} from "./yearly.js";

interface Consortia {
  years: YearValue[];
  share: number | null;
  used: number;
  kinds: {name: string; count: number}[];
  period: string;
}

export default defineFigure<Consortia>({
  id: "consortia",
  tables: ["award"],
  indicators: [consortiaShare],
  obeysCorrections: true,
  prepare: ({award}) => {
    const {value, used} = measure(consortiaShare, award);
    return {
      years: byYear(consortiaShare, award),
      share: value,
      used,
      kinds: ["Conjoint", "Solidaire"].map((name) => ({
        name,
        count: award.filter((row) => row.consortium_type === name && consortiaShare.leaveOut?.(row) === null).length
      })),
      period: periodOf(award)
    };
  },
  title: ({share}) =>
    share === null
      ? "Marchés à un groupement d’entreprises"
      : `${formatRatio(share)} des marchés vont à un groupement d’entreprises`,
  subtitle: ({period}) =>
    `Part des marchés attribués à un groupement conjoint ou solidaire, par année de notification, ${period}`,
  chart: ({years}, context) =>
    years.length === 0
      ? null
      : stack([yearPanel("Part des groupements", consortiaShare, years, {color: colors.consortia}, context)], context),
  table: ({years}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {key: "consortia_share", label: "Part des groupements", format: formatRatio, missing: "pas de réponse"},
      {key: "awards", label: "Attributions qui répondent"},
      {key: "answered_share", label: "Part qui répond", format: formatRatio, missing: "–"}
    ],
    rows: years.map(({year, value, used, coverage}) => ({
      year,
      consortia_share: value,
      awards: used,
      answered_share: coverage
    }))
  }),
  notes: ({kinds, used, years}) => [
    ...silentYears(years).map(
      (year) =>
        `En ${formatYear(year.year)}, aucune des ${formatCount(year.used)} attributions ne dit de groupement, alors qu’au rythme des autres années plusieurs devraient en dire : la saisie a peut-être changé, et la part de toutes les années réunies mélange les deux.`
    ),
    ...(used > 0
      ? [
          `Groupements conjoints : ${counted(kinds[0]?.count ?? 0, "attribution", "attributions")} ; solidaires : ${counted(kinds[1]?.count ?? 0, "attribution", "attributions")}.`
        ]
      : []),
    "Le nombre de titulaires d’un accord-cadre ne dit rien d’un groupement : seule la réponse déclarée compte.",
    fewNote
  ],
  empty: noAward,
  reading: ({years}) => {
    const last = latestOf(years);
    return last
      ? `en ${formatYear(last.year)}, ${formatRatio(last.value)} des ${counted(last.used, "attribution qui répond", "attributions qui répondent")} sont allées à un groupement.`
      : "aucune année n’a assez de réponses.";
  },
  scope: () => "Marchés qui disent s’il y a groupement, comptés une fois par attribution ; sans les concessions.",
  source: () => procurementSource
});

/** Consortia that a silent year should have had, at the share of the other years: none is then chance once in 150 times. */
const expectedAtLeast = 5;

/** The years that name no consortium, though the share of the other years would make at least five. */
function silentYears(years: readonly YearValue[]): YearValue[] {
  return years.filter((year) => {
    const others = years.filter((other) => other !== year);
    const answers = others.reduce((sum, {used}) => sum + used, 0);
    const consortia = others.reduce((sum, {value, used}) => sum + (value ?? 0) * used, 0);
    return year.value === 0 && answers > 0 && (year.used * consortia) / answers >= expectedAtLeast;
  });
}
