import {lorenz} from "../components/lorenz.js";
import distinctSuppliers from "../indicators/distinct-suppliers.js";
import supplierGini from "../indicators/supplier-gini.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatIndex, formatRatio} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {lorenzCurve, totalBySupplier, type LorenzPoint} from "../lib/metrics/concentration.js";
import {noAward, periodOf, procurementSource} from "./procurement.js";

interface Curve {
  /** From (0, 0) to (1, 1), thinned: a few dozen points draw the curve. */
  points: LorenzPoint[];
  /** What the smaller half, the smaller nine tenths … have together. */
  told: LorenzPoint[];
  suppliers: number;
  gini: number | null;
  /** The same without the ceilings of frameworks. */
  firmGini: number | null;
  period: string;
  isDeclared: boolean;
}

const drawnPoints = 60;
const toldShares = [0.5, 0.9, 0.99];

export default defineFigure<Curve>({
  id: "supplier-lorenz",
  tables: ["award_supplier"],
  indicators: [supplierGini, distinctSuppliers],
  obeysCorrections: true,
  prepare: ({award_supplier: links}, params) => {
    const curve = lorenzCurve([...totalBySupplier(links).values()]) ?? [];
    return {
      points: thinned(curve),
      told: curve.length < 20 ? [] : toldShares.map((share) => at(curve, share)),
      suppliers: Math.max(0, curve.length - 1),
      gini: measure(supplierGini, links).value,
      firmGini: measure(
        supplierGini,
        links.filter(({is_framework}) => !is_framework)
      ).value,
      period: periodOf(links),
      isDeclared: correctionsState(params) === "sans"
    };
  },
  title: ({told, isDeclared}) => {
    const most = told[1];
    return most
      ? `Les 10 % ${isDeclared ? "d’identifiants" : "de titulaires"} les plus gros reçoivent ${formatRatio(1 - most.amountShare)} du montant`
      : "Répartition du montant entre les titulaires";
  },
  subtitle: ({period, isDeclared}) =>
    `Part cumulée du montant ${isDeclared ? "déclaré" : "corrigé"} hors taxes, des plus petits titulaires aux plus gros (courbe de Lorenz), ${period}`,
  chart: ({points, told}, context) =>
    points.length < 3
      ? null
      : lorenz(
          points,
          told.map((point) => ({
            ...point,
            label: `${formatRatio(point.supplierShare).replace(",0", "")} : ${formatRatio(point.amountShare)}`
          })),
          {x: "part des titulaires, du plus petit au plus gros", y: "part du montant"},
          context
        ),
  table: ({points}) => ({
    columns: [
      {key: "supplier_share", label: "Part des titulaires, du plus petit au plus gros", format: formatRatio},
      {key: "amount_share", label: "Part du montant", format: formatRatio}
    ],
    rows: points.map(({supplierShare, amountShare}) => ({supplier_share: supplierShare, amount_share: amountShare}))
  }),
  notes: ({gini, firmGini, suppliers}) => [
    `${formatCount(suppliers)} titulaires ont un montant connu. Une répartition inégale est attendue : un chantier et une réparation ne coûtent pas le même prix.`,
    ...(gini === null
      ? []
      : [
          `Coefficient de Gini : ${formatIndex(gini)}${firmGini === null ? "" : ` ; sans les plafonds d’accords-cadres : ${formatIndex(firmGini)}`}. 0 : tous reçoivent autant ; 1 : un seul reçoit tout.`
        ])
  ],
  empty: noAward,
  reading: ({told}) => {
    const half = told[0];
    return half
      ? `les titulaires les plus petits, une moitié d’entre eux, reçoivent ensemble ${formatRatio(half.amountShare)} du montant.`
      : "trop peu de titulaires pour lire une part.";
  },
  scope: () =>
    "Titulaires identifiés par un SIREN, montants retenus ; un marché à plusieurs titulaires est réparti à parts égales.",
  source: () => procurementSource
});

/** The point of the curve at a share of the suppliers, between two of them on the straight line that joins them. */
function at(curve: readonly LorenzPoint[], share: number): LorenzPoint {
  const place = share * (curve.length - 1);
  const [low, high] = [Math.floor(place), Math.ceil(place)].map((i) => curve[i]?.amountShare ?? 0);
  return {supplierShare: share, amountShare: (low ?? 0) + ((high ?? 0) - (low ?? 0)) * (place % 1)};
}

/** Half of the points evenly spread, half among the largest suppliers, where the curve bends. */
function thinned(curve: readonly LorenzPoint[]): LorenzPoint[] {
  if (curve.length <= drawnPoints) return [...curve];
  const last = curve.length - 1;
  const half = drawnPoints / 2;
  const even = Array.from({length: half}, (_, i) => Math.round((i * last) / half));
  const large = Array.from({length: half + 1}, (_, i) => Math.round(last - (last / half) * (1 - i / half)));
  return [...new Set([...even, ...large])].toSorted((a, b) => a - b).map((i) => curve[i] as LorenzPoint);
}
