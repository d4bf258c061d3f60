import correctedTotal from "../indicators/corrected-total.js";
import {defineFigure} from "../lib/figure.js";
import {formatEuros, formatEurosExact} from "../lib/format.js";
import {correctionsOf, counted, noAward, procurementSource, type Corrections, type Correction} from "./procurement.js";

const reasons: Readonly<Record<Correction["id"], string>> = {
  duplicates:
    "Le même contrat, même acheteur et même identifiant, est publié plusieurs fois : la version la plus récente compte.",
  frameworks:
    "Un accord-cadre à plusieurs titulaires est déclaré une fois par titulaire, chaque fois avec le plafond entier.",
  placeholder: "Un montant de 10 € ou moins remplit une case obligatoire : le vrai montant n’est pas publié.",
  filler: "Une suite d’un même chiffre, ou 123456789, n’est pas un montant.",
  "too-large": "Aucun marché de la sorte n’atteint 3 milliards d’euros : le montant est sans doute écrit en centimes.",
  currency: "Un montant dans une autre monnaie ne s’ajoute pas à des euros."
};

export default defineFigure<Corrections>({
  id: "declared-against-corrected",
  tables: ["award", "finding"],
  indicators: [correctedTotal],
  prepare: correctionsOf,
  title: (data) => {
    const first = data.steps.toSorted((a, b) => b.amountEur - a.amountEur)[0];
    if (!first || first.amountEur === 0) return "Le total déclaré et le total corrigé sont égaux";
    return `Première raison de l’écart : ${lower(first.name)}`;
  },
  subtitle: ({period}) => `Ce qui sépare le montant déclaré du montant corrigé, en euros hors taxes, ${period}`,
  table: (data) => ({
    columns: [
      {key: "reason", label: "Raison"},
      {key: "count", label: "Enregistrements"},
      {key: "amount_eur", label: "Effet sur le total", format: formatEurosExact}
    ],
    rows:
      data.awardCount === 0
        ? []
        : data.steps.map(({name, count, amountEur}) => ({
            reason: name,
            count,
            amount_eur: 0 - amountEur
          }))
  }),
  notes: (data) => data.steps.filter(({count}) => count > 0).map(({id, name}) => `${name}. ${reasons[id]}`),
  empty: noAward,
  reading: (data) => {
    const step = data.steps.toSorted((a, b) => b.amountEur - a.amountEur)[0];
    if (!step || step.amountEur === 0) return "Aucune correction ne change le total.";
    return `${lower(step.name)} : ${counted(step.count, "enregistrement", "enregistrements")} en trop, ${formatEuros(step.amountEur)} comptés plusieurs fois ou sans valeur.`;
  },
  scope: () =>
    "Tous les enregistrements lus, avant toute correction. La valeur déclarée reste lisible à côté de la valeur retenue.",
  source: () => procurementSource
});

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
