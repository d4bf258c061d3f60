import {shorten} from "../components/chart.js";
import {heat, type Tile} from "../components/heat.js";
import emptyMonths from "../indicators/empty-months.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatSiren, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {counted, procurementSource} from "./procurement.js";
import {datasetName, noContract} from "./quality.js";

/** Contracts of one buyer in one data set: twelve counts a year from `firstYear` on, null where it does not publish. */
interface Series {
  buyer: string;
  dataset: string;
  firstYear: number;
  months: (number | null)[];
  /** Positions in `months` of the holes. */
  gaps: number[];
}

interface Coverage {
  series: Series[];
  buyerCount: number;
  gapCount: number;
}

const buyersShown = 10;
const yearsShown = 10;
const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"].concat([
  "septembre",
  "octobre",
  "novembre",
  "décembre"
]);

export default defineFigure<Coverage>({
  id: "coverage-by-month",
  tables: ["coverage", "buyer"],
  indicators: [emptyMonths],
  prepare: ({coverage, buyer}) => {
    const names = new Map(
      buyer.map(({buyer_id, buyer_siren, buyer_name}) => [buyer_id, buyer_name ?? sirenOf(buyer_siren)])
    );
    const buyers = Array.from(
      groupBy(coverage, ({buyer_id}) => buyer_id),
      ([id, rows]) => ({
        id,
        rows,
        contracts: rows.reduce((sum, {contract_count}) => sum + contract_count, 0)
      })
    ).toSorted((a, b) => b.contracts - a.contracts || (a.id < b.id ? -1 : 1));
    return {
      series: buyers.slice(0, buyersShown).flatMap(({id, rows}) =>
        Array.from(groupBy(rows, ({dataset}) => dataset))
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([dataset, own]) => ({buyer: names.get(id) ?? id, dataset, ...calendar(own)}))
      ),
      buyerCount: buyers.length,
      gapCount: coverage.filter(({is_gap}) => is_gap).length
    };
  },
  title: ({gapCount, buyerCount}) => {
    if (buyerCount === 0) return "Contrats publiés, mois par mois";
    return gapCount === 0
      ? "Aucun mois ne manque chez les acheteurs qui publient régulièrement"
      : `${counted(gapCount, "mois presque vide", "mois presque vides")} chez des acheteurs qui publient d’habitude`;
  },
  subtitle: () =>
    "Nombre de contrats par mois de notification, par acheteur et par source ; hachuré : mois presque vide",
  chart: ({series}, context) => {
    if (series.length === 0) return null;
    const groups = series.map(({buyer, dataset, firstYear, months: counts, gaps}) => {
      const most = Math.max(1, ...counts.map((count) => count ?? 0));
      return {
        title: shorten(`${buyer} · ${datasetName(dataset)}`, context.width / 7.2),
        rows: Array.from({length: counts.length / 12}, (_, i) => ({
          label: formatYear(firstYear + i),
          tiles: counts.slice(i * 12, i * 12 + 12).map((count, month): Tile => {
            if (gaps.includes(i * 12 + month)) return {step: "gap"};
            if (count === null) return {step: null};
            return {step: count === 0 ? 0 : Math.min(6, 1 + Math.floor((5.999 * count) / most))};
          })
        }))
      };
    });
    return heat(groups, {columns: [..."JFMAMJJASOND"], labelWidth: 44, rowHeight: 18}, context);
  },
  table: ({series}) => ({
    columns: [
      {key: "series", label: "Acheteur et source"},
      {key: "contracts", label: "Contrats"},
      {key: "year", label: "Année", format: formatYear},
      {key: "gap_months", label: "Mois presque vides", missing: "aucun"}
    ],
    rows: series.flatMap(({buyer, dataset, firstYear, months: counts, gaps}) =>
      Array.from({length: counts.length / 12}, (_, i) => ({
        series: `${buyer} · ${datasetName(dataset)}, ${formatYear(firstYear + i)}`,
        contracts: counts.slice(i * 12, i * 12 + 12).reduce<number>((sum, count) => sum + (count ?? 0), 0),
        year: firstYear + i,
        gap_months: gapsOf(gaps, i)
      }))
    )
  }),
  notes: ({buyerCount}) => [
    "Une tuile plus foncée : plus de contrats, à l’échelle de chaque acheteur. Un cadre vide : aucun contrat ce mois-là, sans que ce soit anormal. Rien : la source ne commence pas encore, ou plus.",
    "Un mois est dit presque vide quand il tient moins du dixième d’un mois ordinaire, avant et après lui.",
    ...(buyerCount > buyersShown
      ? [`Les ${buyersShown} acheteurs qui ont le plus de contrats, sur ${formatCount(buyerCount)}.`]
      : [])
  ],
  empty: noContract,
  reading: ({series}) => {
    const holed = series.find(({gaps}) => gaps.length > 0) ?? series[0];
    if (!holed) return "aucun acheteur.";
    const where = `${holed.buyer}, source ${datasetName(holed.dataset)}`;
    const at = holed.gaps[0];
    return at === undefined
      ? `${where} : aucun mois presque vide.`
      : `${where} : ${counted(holed.gaps.length, "mois presque vide", "mois presque vides")}, le premier en ${months[at % 12]} ${formatYear(holed.firstYear + Math.floor(at / 12))}.`;
  },
  scope: () => `Contrats datés, chacun une fois par source, sur les ${yearsShown} dernières années de chaque source.`,
  source: () => procurementSource
});

function calendar(
  rows: readonly {month: string; contract_count: number; is_gap: boolean}[]
): Pick<Series, "firstYear" | "months" | "gaps"> {
  const years = rows.map(({month}) => Number(month.slice(0, 4)));
  const last = Math.max(...years);
  const firstYear = Math.max(Math.min(...years), last - yearsShown + 1);
  const counts: (number | null)[] = Array.from({length: 12 * (last - firstYear + 1)}, () => null);
  const gaps: number[] = [];
  for (const {month, contract_count, is_gap} of rows) {
    const at = 12 * (Number(month.slice(0, 4)) - firstYear) + Number(month.slice(5, 7)) - 1;
    if (at < 0) continue;
    counts[at] = contract_count;
    if (is_gap) gaps.push(at);
  }
  return {firstYear, months: counts, gaps: gaps.toSorted((a, b) => a - b)};
}

function gapsOf(gaps: readonly number[], year: number): string | null {
  const own = gaps.filter((at) => Math.floor(at / 12) === year).map((at) => months[at % 12]);
  return own.length === 0 ? null : own.join(", ");
}

function sirenOf(siren: string | null): string | undefined {
  return siren === null ? undefined : `SIREN ${formatSiren(siren)}`;
}
