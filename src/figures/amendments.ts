import {stack} from "../components/stack.js";
import amendedShare from "../indicators/amended-share.js";
import amendmentAmountShare from "../indicators/amendment-amount-share.js";
import amendmentAmount from "../indicators/amendment-amount.js";
import {isAmended} from "../lib/amendments.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatEuros, formatEurosExact, formatRatio, formatYear} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import {measureBy} from "../lib/slices.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";
import {byYear, fewNote, latestOf, yearPanel, type YearValue} from "./yearly.js";

interface Amendments {
  years: (YearValue & {amended: number; addedEur: number | null; measured: number})[];
  share: number | null;
  amended: number;
  addedEur: number | null;
  rise: number | null;
  measured: number;
  left: {reason: string; count: number}[];
  period: string;
}

export default defineFigure<Amendments>({
  id: "amendments",
  tables: ["award"],
  indicators: [amendedShare, amendmentAmount, amendmentAmountShare],
  prepare: ({award}) => {
    const added = measure(amendmentAmount, award);
    const addedByYear = new Map(measureBy(amendmentAmount, award, "year").map((slice) => [slice.key, slice.measure]));
    const amendedByYear = (wanted: number) => award.filter((row) => row.year === wanted && isAmended(row)).length;
    return {
      years: byYear(amendedShare, award).map((year) => {
        const own = addedByYear.get(year.year);
        return {...year, amended: amendedByYear(year.year), addedEur: own?.value ?? null, measured: own?.used ?? 0};
      }),
      share: measure(amendedShare, award).value,
      amended: award.filter(isAmended).length,
      addedEur: added.value,
      rise: measure(amendmentAmountShare, award).value,
      measured: added.used,
      left: Object.entries(added.leftOut)
        .filter(([, count]) => count > 0)
        .map(([key, count]) => ({reason: amendmentAmount.excludes[key] ?? key, count})),
      period: periodOf(award)
    };
  },
  title: ({share}) =>
    share === null ? "Marchés modifiés" : `${formatRatio(share)} des marchés ont une modification publiée`,
  subtitle: ({period}) =>
    `Part des attributions avec au moins une modification déclarée, par année de notification du marché, ${period}`,
  bigNumbers: ({amended, addedEur, rise, measured}) => [
    {label: "Marchés modifiés", value: formatCount(amended), comparison: "au moins une modification publiée"},
    ...(addedEur === null
      ? []
      : [
          {
            label: "Montant ajouté",
            value: `${addedEur > 0 ? "+" : ""}${formatEuros(addedEur)}`,
            comparison: `sur ${counted(measured, "marché dont le changement est connu", "marchés dont le changement est connu")}`
          }
        ]),
    ...(rise === null
      ? []
      : [
          {
            label: "Hausse de leur montant",
            value: `${rise > 0 ? "+" : ""}${formatRatio(rise)}`,
            comparison: "du montant initial des mêmes marchés"
          }
        ])
  ],
  chart: ({years}, context) =>
    years.length === 0
      ? null
      : stack([yearPanel("Part des marchés modifiés", amendedShare, years, {color: colors.amended}, context)], context),
  table: ({years}) => ({
    columns: [
      {key: "year", label: "Année du marché", format: formatYear},
      {key: "amended_share", label: "Part modifiée", format: formatRatio, missing: "question non posée"},
      {key: "amended", label: "Marchés modifiés"},
      {key: "added_eur", label: "Montant ajouté, € hors taxes", format: formatEurosExact, missing: "inconnu"},
      {key: "measured", label: "dont le changement est connu"},
      {key: "awards", label: "Attributions"}
    ],
    rows: years.map(({year, value, used, amended, addedEur, measured}) => ({
      year,
      amended_share: value,
      amended,
      added_eur: addedEur,
      measured,
      awards: used
    }))
  }),
  notes: ({left}) => [
    "C’est un minimum : la publication des modifications est incomplète, et un marché récent a eu moins de temps pour être modifié.",
    ...left.map(
      ({reason, count}) =>
        `Laissés de côté pour le montant ajouté : ${counted(count, "marché", "marchés")} (${reason}).`
    ),
    fewNote
  ],
  empty: noAward,
  reading: ({years}) => {
    const last = latestOf(years);
    return last
      ? `${formatRatio(last.value)} des marchés notifiés en ${formatYear(last.year)} ont au moins une modification publiée.`
      : "aucune année n’a assez d’attributions.";
  },
  scope: () =>
    "Marchés et concessions, comptés une fois par attribution ; pour le montant ajouté, sans les accords-cadres, dont le montant est un plafond.",
  source: () => procurementSource
});
