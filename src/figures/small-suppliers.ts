import microAmountShare from "../indicators/micro-amount-share.js";
import microAwardShare from "../indicators/micro-award-share.js";
import microCeilingShare from "../indicators/micro-ceiling-share.js";
import under250AmountShare from "../indicators/under-250-amount-share.js";
import under250AwardShare from "../indicators/under-250-award-share.js";
import under250CeilingShare from "../indicators/under-250-ceiling-share.js";
import {steps} from "../lib/palette.js";
import {traits} from "../lib/traits.js";
import {traitYearsFigure} from "./trait-years.js";

export default traitYearsFigure({
  id: "small-suppliers",
  indicators: [
    microAwardShare,
    microAmountShare,
    microCeilingShare,
    under250AwardShare,
    under250AmountShare,
    under250CeilingShare
  ],
  shown: [
    {name: "Moins de 10 salariés", trait: traits.micro, color: steps[3]?.fill ?? ""},
    {name: "Moins de 250 salariés", trait: traits.under250, color: steps[4]?.fill ?? ""}
  ],
  finding: "à des titulaires de moins de 10 salariés",
  neutral: "Titulaires de moins de 10 et de moins de 250 salariés",
  subject: "Part des titulaires de moins de 10 et de moins de 250 salariés, parmi ceux de taille connue",
  notes: [
    "Ni l’un ni l’autre n’est la définition de la microentreprise ou de la PME : le groupe et le chiffre d’affaires ne comptent pas ici."
  ],
  scope: "Titulaires et cotitulaires dont le nombre de salariés est connu.",
  empty: "Aucun nombre de salariés connu : donnez un extrait Sirene avec les marchés."
});
