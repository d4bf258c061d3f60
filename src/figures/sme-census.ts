import smeAmountShare from "../indicators/sme-amount-share.js";
import smeAwardShare from "../indicators/sme-award-share.js";
import smeCeilingShare from "../indicators/sme-ceiling-share.js";
import {formatRatio, formatYear} from "../lib/format.js";
import {steps} from "../lib/palette.js";
import {traits} from "../lib/traits.js";
import {smeCensus} from "./benchmarks.js";
import {traitYearsFigure, type Yardstick} from "./trait-years.js";

const national = (counting: Yardstick["counting"], value: number): Yardstick => ({
  counting,
  value,
  label: `France ${formatYear(smeCensus.year)} : ${formatRatio(value)}`
});

export default traitYearsFigure({
  id: "sme-census",
  indicators: [smeAwardShare, smeAmountShare, smeCeilingShare],
  shown: [{name: "PME", trait: traits.sme, color: steps[4]?.fill ?? ""}],
  keeps: ({amount_eur: amount, share}) => amount !== null && amount / share >= smeCensus.floorEur,
  finding: "de 90 000 € ou plus à des PME",
  neutral: "PME : ici et au recensement national",
  subject:
    "Part des PME parmi les titulaires de catégorie connue, attributions de 90 000 € hors taxes ou plus, à côté du repère national",
  yardsticks: [
    national("awards", smeCensus.byNumber),
    national("firm", smeCensus.byValue),
    national("ceilings", smeCensus.byValue)
  ],
  sources: [smeCensus.source],
  notes: [
    `Repère : recensement de l’OECP, marchés de 90 000 € ou plus de tous les acheteurs publics. PME en ${smeCensus.year} : ${formatRatio(smeCensus.byNumber)} du nombre et ${formatRatio(smeCensus.byValue)} de la valeur (${smeCensus.before.year} : ${formatRatio(smeCensus.before.byNumber)} et ${formatRatio(smeCensus.before.byValue)}) ; ${formatRatio(smeCensus.localByNumber)} du nombre chez les collectivités territoriales.`,
    "Le recensement additionne montants fermes et accords-cadres, que cette figure sépare : son repère en valeur est donné devant les deux, sans leur être strictement comparable.",
    "La catégorie est celle du groupe entier, pour une année passée."
  ],
  scope:
    "Titulaires de catégorie connue, dans les attributions de 90 000 € hors taxes ou plus, le seuil du recensement.",
  empty:
    "Aucune catégorie Insee (PME, ETI, GE) dans le registre lu : rien ici ne se compare au recensement national des PME."
});
