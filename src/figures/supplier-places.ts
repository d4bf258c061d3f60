import ileDeFranceAmountShare from "../indicators/ile-de-france-amount-share.js";
import ileDeFranceAwardShare from "../indicators/ile-de-france-award-share.js";
import parisAmountShare from "../indicators/paris-amount-share.js";
import parisAwardShare from "../indicators/paris-award-share.js";
import {formatRatio} from "../lib/format.js";
import {steps} from "../lib/palette.js";
import {traits} from "../lib/traits.js";
import {classYearsFigure} from "./class-years.js";
import {shareCell, type ShareCell} from "./diversity.js";

const places = {
  paris: "Paris",
  "petite-couronne": "petite couronne",
  "ile-de-france": "reste de l’Île-de-France",
  france: "reste de la France",
  etranger: "étranger"
};

export default classYearsFigure<{paris: ShareCell; region: ShareCell}>({
  id: "supplier-places",
  indicators: [ileDeFranceAwardShare, ileDeFranceAmountShare, parisAwardShare, parisAmountShare],
  column: "supplier_place",
  classes: Object.entries(places).map(([value, name], i) => {
    const {fill, ink} = steps[5 - i] ?? {fill: "var(--rule)", ink: "var(--ink)"};
    return {value, name, color: fill, ink};
  }),
  extraOf: (links) => ({
    paris: shareCell(traits.paris, links, "awards"),
    region: shareCell(traits.ileDeFrance, links, "awards")
  }),
  title: ({extra: {region}}) =>
    region.value === null
      ? "Siège des titulaires"
      : `${formatRatio(region.value)} des attributions à des titulaires dont le siège est en Île-de-France`,
  subject: "Siège des titulaires",
  unknownName: "siège inconnu",
  bigNumbers: ({extra: {paris, region}}) => [
    ...(region.value === null
      ? []
      : [
          {
            label: "Île-de-France, Paris compris",
            value: formatRatio(region.value),
            comparison: "des attributions de siège connu"
          }
        ]),
    ...(paris.value === null
      ? []
      : [{label: "Paris", value: formatRatio(paris.value), comparison: "des attributions de siège connu"}])
  ],
  notes: [
    "C’est une description, pas un but : préférer un fournisseur parce qu’il est d’ici est interdit (égalité de traitement, code de la commande publique, article L3).",
    "Le siège n’est pas le lieu du travail : une entreprise d’ici peut faire travailler ailleurs, et l’inverse. Petite couronne : Hauts-de-Seine, Seine-Saint-Denis, Val-de-Marne."
  ],
  scope:
    "Titulaires et cotitulaires, à la commune de leur siège ; une attribution à plusieurs titulaires compte pour chacun à parts égales."
});
