import {ranking, type RankedBar} from "../components/ranking.js";
import correctedTotal from "../indicators/corrected-total.js";
import {defineFigure} from "../lib/figure.js";
import {formatEuros, formatEurosExact, formatFactor} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {correctionsOf, counted, noAward, procurementSource, type Corrections} from "./procurement.js";

export default defineFigure<Corrections>({
  id: "corrected-total",
  tables: ["award", "finding"],
  indicators: [correctedTotal],
  prepare: correctionsOf,
  title: (data) => {
    const off = data.declaredEur - data.corrected;
    if (data.awardCount === 0) return "Montant des marchés attribués";
    if (off < data.declaredEur * 0.005) return `${formatEuros(data.corrected)} de marchés attribués`;
    return `${formatEuros(data.corrected)} de marchés attribués, et non ${formatEuros(data.declaredEur)}`;
  },
  subtitle: ({period}) =>
    `Montant hors taxes des marchés et concessions notifiés, ${period}, avant et après correction`,
  sentence: (data) => {
    const share = data.declaredEur > 0 ? Math.round((1 - data.corrected / data.declaredEur) * 100) : 0;
    if (share < 1)
      return "Presque tout le montant déclaré tient après vérification : rien, ou presque, n’y est compté deux fois.";
    return `Sur 100 € déclarés, ${share} € répètent un montant déjà compté ou remplissent une case vide.`;
  },
  bigNumbers: (data) => [
    {
      label: "Montant attribué, corrigé",
      value: formatEuros(data.corrected),
      comparison: `pour ${counted(data.awardCount, "attribution", "attributions")}, ${data.period}`
    },
    {
      label: "Montant déclaré",
      value: formatEuros(data.declaredEur),
      comparison: `en ${counted(data.recordCount, "enregistrement", "enregistrements")}`
    },
    ...(data.corrected > 0
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
        : [
            {step: "Total déclaré", amount_eur: data.declaredEur, count: data.recordCount},
            ...data.steps.map(({name, amountEur, count}) => ({step: name, amount_eur: 0 - amountEur, count})),
            {step: "Total corrigé", amount_eur: data.corrected, count: data.awardCount}
          ]
  }),
  notes: (data) => [
    "Un montant de marché est un engagement, souvent un maximum sur plusieurs années : ce n’est pas une dépense.",
    ...(data.missingCount > 0
      ? [`${counted(data.missingCount, "attribution n’a", "attributions n’ont")} pas de montant lisible.`]
      : [])
  ],
  empty: noAward,
  reading: (data) =>
    `${formatEuros(data.declaredEur)} ont été déclarés ; une fois corrigé, le total est de ${formatEuros(data.corrected)}.`,
  scope: () =>
    "Marchés et concessions publiés. Un accord-cadre déclaré une fois par titulaire compte une fois ; les montants de 10 € ou moins ne comptent pas.",
  source: () => procurementSource
});

function waterfall(data: Corrections): RankedBar[] {
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
