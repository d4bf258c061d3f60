import {ranking, type RankedBar} from "../components/ranking.js";
import correctedTotal from "../indicators/corrected-total.js";
import {defineFigure} from "../lib/figure.js";
import {formatEuros, formatEurosExact, formatFactor} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {correctionsState} from "../lib/corrections.js";
import {correctionsOf, counted, noAward, procurementSource, type Corrections} from "./procurement.js";

interface Total extends Corrections {
  isDeclared: boolean;
}

export default defineFigure<Total>({
  id: "corrected-total",
  tables: ["award", "finding"],
  indicators: [correctedTotal],
  obeysCorrections: true,
  prepare: (tables, params) => ({...correctionsOf(tables), isDeclared: correctionsState(params) === "sans"}),
  title: (data) => {
    const off = data.declaredEur - data.corrected;
    if (data.awardCount === 0) return "Montant des marchés attribués";
    if (data.isDeclared) return `${formatEuros(data.declaredEur)} déclarés, répétitions et remplissages compris`;
    if (off < data.declaredEur * 0.005) return `${formatEuros(data.corrected)} de marchés attribués`;
    return `${formatEuros(data.corrected)} de marchés attribués, et non ${formatEuros(data.declaredEur)}`;
  },
  subtitle: ({period, isDeclared}) =>
    `Montant hors taxes des marchés et concessions notifiés, ${period}, ${isDeclared ? "tel que déclaré" : "avant et après correction"}`,
  sentence: (data) => {
    if (data.isDeclared) return "Ce total additionne tout ce qui est écrit, sans rien vérifier.";
    const share = data.declaredEur > 0 ? Math.round((1 - data.corrected / data.declaredEur) * 100) : 0;
    if (share < 1)
      return "Presque tout le montant déclaré tient après vérification : rien, ou presque, n’y est compté deux fois.";
    return `Sur 100 € déclarés, ${share} € répètent un montant déjà compté ou remplissent une case vide.`;
  },
  bigNumbers: (data) => [
    ...(data.isDeclared
      ? []
      : [
          {
            label: "Montant attribué, corrigé",
            value: formatEuros(data.corrected),
            comparison: `pour ${counted(data.awardCount, "attribution", "attributions")}, ${data.period}`
          }
        ]),
    {
      label: "Montant déclaré",
      value: formatEuros(data.declaredEur),
      comparison: `en ${counted(data.recordCount, "enregistrement", "enregistrements")}`
    },
    ...(data.corrected > 0 && !data.isDeclared
      ? [
          {
            label: "Déclaré rapporté au corrigé",
            value: formatFactor(data.declaredEur / data.corrected),
            comparison: "×1,00 voudrait dire : rien à corriger"
          }
        ]
      : [])
  ],
  chart: (data, context) => (data.awardCount === 0 ? null : ranking(waterfall(data), context)),
  table: (data) => ({
    columns: [
      {key: "step", label: "Étape"},
      {key: "amount_eur", label: "Montant, € hors taxes", format: formatEurosExact},
      {key: "count", label: "Nombre d’enregistrements"}
    ],
    rows:
      data.awardCount === 0
        ? []
        : data.isDeclared
          ? [{step: "Total déclaré", amount_eur: data.declaredEur, count: data.recordCount}]
          : [
              {step: "Total déclaré", amount_eur: data.declaredEur, count: data.recordCount},
              ...data.steps.map(({name, amountEur, count}) => ({step: name, amount_eur: 0 - amountEur, count})),
              {step: "Total corrigé", amount_eur: data.corrected, count: data.awardCount}
            ]
  }),
  notes: (data) => [
    "Un montant de marché est un engagement, souvent un maximum sur plusieurs années : ce n’est pas une dépense.",
    ...(data.missingCount > 0
      ? [
          `${data.isDeclared ? counted(data.missingCount, "enregistrement n’a", "enregistrements n’ont") : counted(data.missingCount, "attribution n’a", "attributions n’ont")} pas de montant lisible.`
        ]
      : [])
  ],
  empty: noAward,
  reading: (data) =>
    data.isDeclared
      ? `${formatEuros(data.declaredEur)} ont été déclarés, en ${counted(data.recordCount, "enregistrement", "enregistrements")}.`
      : `${formatEuros(data.declaredEur)} ont été déclarés ; une fois corrigé, le total est de ${formatEuros(data.corrected)}.`,
  scope: () =>
    "Marchés et concessions publiés. Un accord-cadre déclaré une fois par titulaire compte une fois ; les montants de 10 € ou moins ne comptent pas.",
  source: () => procurementSource
});

function waterfall(data: Total): RankedBar[] {
  if (data.isDeclared) return [bar("Total déclaré", data.declaredEur, colors.removed)];
  let left = data.declaredEur;
  const removed = data.steps
    .filter(({amountEur}) => amountEur >= data.declaredEur / 1000)
    .map(({name, amountEur}): RankedBar => {
      const from = left;
      left -= amountEur;
      const label = `−${formatEuros(amountEur)}`;
      return {
        name,
        from: left,
        to: from,
        color: colors.removed,
        label,
        title: `${name} : −${formatEurosExact(amountEur)}`
      };
    });
  return [
    bar("Total déclaré", data.declaredEur, colors.removed),
    ...removed,
    bar("Total corrigé", data.corrected, colors.amount)
  ];
}

function bar(name: string, to: number, color: string): RankedBar {
  return {name, to, color, label: formatEuros(to), title: `${name} : ${formatEurosExact(to)}`};
}
