import under250AmountShare from "../indicators/under-250-amount-share.js";
import under250AwardShare from "../indicators/under-250-award-share.js";
import under250CeilingShare from "../indicators/under-250-ceiling-share.js";
import type {BigNumber} from "../lib/figure.js";
import {formatRatio} from "../lib/format.js";
import {steps} from "../lib/palette.js";
import {sizeClasses, type SizeClass} from "../lib/size-bands.js";
import {traits} from "../lib/traits.js";
import {classYearsFigure} from "./class-years.js";
import {
  countingKeys,
  countings,
  intervalInWords,
  intervalNote,
  shareCell,
  type Counting,
  type ShareCell
} from "./diversity.js";

const names: Readonly<Record<SizeClass, string>> = {
  "0-9": "0 à 9 salariés",
  "10-49": "10 à 49",
  "50-249": "50 à 249",
  "250-4999": "250 à 4 999",
  "5000+": "5 000 et plus"
};

export default classYearsFigure<Record<Counting, ShareCell>>({
  id: "supplier-size",
  indicators: [under250AwardShare, under250AmountShare, under250CeilingShare],
  column: "size_class",
  classes: sizeClasses.map((value, i) => {
    const {fill, ink} = steps[i + 1] ?? {fill: "var(--rule)", ink: "var(--ink)"};
    return {value, name: names[value], color: fill, ink};
  }),
  extraOf: (links) =>
    Object.fromEntries(countingKeys.map((one) => [one, shareCell(traits.under250, links, one)])) as Record<
      Counting,
      ShareCell
    >,
  title: ({extra: {awards}}) =>
    awards.value === null
      ? "Taille des titulaires"
      : `${formatRatio(awards.value)} des attributions à des titulaires de moins de 250 salariés`,
  subject: "Nombre de salariés des titulaires",
  unknownName: "taille inconnue",
  bigNumbers: ({extra}) => countingKeys.flatMap((one) => bigNumber(one, extra[one])),
  notes: [
    "Moins de 250 salariés, ce n’est pas la définition de la PME : la filiale d’un grand groupe en fait partie. Ces parts ne se comparent donc pas aux repères nationaux sur les PME.",
    "Les grands nombres sont des parts parmi les titulaires de taille connue ; les barres montrent aussi l’inconnu.",
    "L’effectif est celui du jour de l’extrait Sirene, pas celui du jour de l’attribution. La tranche « sans salarié, ou présumé tel » reste inconnue.",
    intervalNote
  ],
  scope: "Titulaires et cotitulaires ; une attribution à plusieurs titulaires compte pour chacun à parts égales."
});

function bigNumber(counting: Counting, {value, interval, isChartable}: ShareCell): BigNumber[] {
  if (value === null || !isChartable) return [];
  return [
    {
      label: `Moins de 250 salariés, ${countings[counting].toLowerCase()}`,
      value: formatRatio(value),
      comparison:
        interval === null
          ? "trop peu d’attributions pour un intervalle"
          : `intervalle à 95 % : ${intervalInWords(interval)}`
    }
  ];
}
