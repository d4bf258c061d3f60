import {bars} from "../components/bars.js";
import {decimal, euroScale} from "../components/chart.js";
import {stack} from "../components/stack.js";
import correctedTotal from "../indicators/corrected-total.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatEuros, formatEurosExact, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {sumEuros} from "../lib/money.js";
import {colors} from "../lib/palette.js";
import {divisionSlice, inDivision} from "./division.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Year {
  year: number;
  awards: number;
  amountEur: number;
}

interface Years {
  years: Year[];
  undated: number;
  period: string;
  isDeclared: boolean;
}

export default defineFigure<Years>({
  id: "awards-by-year",
  tables: ["award"],
  indicators: [correctedTotal],
  obeysCorrections: true,
  slice: divisionSlice,
  prepare: (tables, params) => {
    const {award} = inDivision(tables, params);
    const groups = groupBy(award, ({year}) => year);
    const years = Array.from(groups, ([year, rows]) => ({year, rows}))
      .flatMap(({year, rows}) =>
        year === null
          ? []
          : [{year, awards: rows.length, amountEur: sumEuros(rows.map(({amount_eur}) => amount_eur ?? 0))}]
      )
      .toSorted((a, b) => a.year - b.year);
    return {
      years,
      undated: groups.get(null)?.length ?? 0,
      period: periodOf(award),
      isDeclared: correctionsState(params) === "sans"
    };
  },
  title: ({years, isDeclared}) => {
    const top = years.toSorted((a, b) => b.amountEur - a.amountEur)[0];
    if (!top || years.length < 2) return "Marchés attribués par année";
    return `L’année au plus gros montant ${isDeclared ? "déclaré" : "attribué"} : ${formatYear(top.year)}, ${formatEuros(top.amountEur)}`;
  },
  subtitle: ({period, isDeclared}) =>
    `Montant ${isDeclared ? "déclaré" : "corrigé"} hors taxes et nombre ${isDeclared ? "d’enregistrements" : "d’attributions"}, par année de notification, ${period}`,
  chart: ({years, isDeclared}, context) => {
    if (years.length === 0) return null;
    const largest = Math.max(...years.map(({amountEur}) => amountEur));
    const {divisor, unit} = euroScale(largest);
    const panel = {...context, width: Math.min(340, context.width)};
    const amounts = years.map((year) => ({
      x: year.year,
      y: year.amountEur,
      label: decimal(year.amountEur / divisor),
      title: inWords(year, isDeclared)
    }));
    const counts = years.map((year) => ({
      x: year.year,
      y: year.awards,
      label: formatCount(year.awards),
      title: inWords(year, isDeclared)
    }));
    return stack(
      [
        {title: "Montant", svg: bars(amounts, {color: colors.amount, height: 220, unit, divisor}, panel)},
        {
          title: isDeclared ? "Nombre d’enregistrements" : "Nombre d’attributions",
          svg: bars(counts, {color: colors.awards, height: 220, unit: ""}, panel)
        }
      ],
      context
    );
  },
  table: ({years, isDeclared}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {
        key: "amount_eur",
        label: `Montant ${isDeclared ? "déclaré" : "corrigé"}, € hors taxes`,
        format: formatEurosExact
      },
      {key: "awards", label: isDeclared ? "Enregistrements" : "Attributions"}
    ],
    rows: years.map(({year, amountEur, awards}) => ({year, amount_eur: amountEur, awards}))
  }),
  notes: ({undated, isDeclared}) => [
    "Un plafond sur plusieurs années compte tout entier dans l’année de sa notification : une année haute n’est pas une année de dépense.",
    ...(undated > 0
      ? [
          `${isDeclared ? counted(undated, "enregistrement sans date n’est", "enregistrements sans date ne sont") : counted(undated, "attribution sans date n’est", "attributions sans date ne sont")} dans aucune année.`
        ]
      : [])
  ],
  empty: noAward,
  reading: ({years, isDeclared}) => {
    const last = years.at(-1);
    return last
      ? `en ${formatYear(last.year)}, ${awards(last, isDeclared)} pour ${formatEuros(last.amountEur)}.`
      : "aucune année.";
  },
  scope: () => "Marchés et concessions, comptés une fois par attribution, dans l’année de leur notification.",
  source: () => procurementSource
});

function inWords(year: Year, isDeclared: boolean): string {
  return `${formatYear(year.year)} : ${formatEuros(year.amountEur)}, ${awards(year, isDeclared)}`;
}

function awards({awards: count}: Year, isDeclared: boolean): string {
  return isDeclared
    ? counted(count, "enregistrement", "enregistrements")
    : counted(count, "attribution", "attributions");
}
