import associationAwardShare from "../indicators/association-award-share.js";
import associationAmountShare from "../indicators/association-amount-share.js";
import essFlagAmountShare from "../indicators/ess-flag-amount-share.js";
import essFlagAwardShare from "../indicators/ess-flag-award-share.js";
import essFormAmountShare from "../indicators/ess-form-amount-share.js";
import essFormAwardShare from "../indicators/ess-form-award-share.js";
import {colors} from "../lib/palette.js";
import {traits} from "../lib/traits.js";
import {traitYearsFigure} from "./trait-years.js";

export default traitYearsFigure({
  id: "social-economy",
  indicators: [
    essFormAwardShare,
    essFormAmountShare,
    essFlagAwardShare,
    essFlagAmountShare,
    associationAwardShare,
    associationAmountShare
  ],
  shown: [
    {name: "ESS par la forme", trait: traits.essForm, color: colors.socialEconomy},
    {name: "Mention ESS", trait: traits.essFlagged, color: colors.socialEconomy},
    {name: "Associations", trait: traits.association, color: colors.socialEconomy}
  ],
  drawn: ["awards", "firm"],
  finding: "à des titulaires de l’économie sociale, par leur forme juridique",
  neutral: "Économie sociale et solidaire",
  subject: "Part des titulaires de l’économie sociale et solidaire, selon deux définitions, et des associations",
  notes: [
    "Par la forme juridique : associations, coopératives, mutuelles, fondations. Une SCOP ou une SCIC en SAS a le code de toutes les SAS et n’y est pas.",
    "Par la mention du registre : elle est sous-déclarée. Une définition absente du dessin n’est pas dans le registre lu : sa part est inconnue, pas nulle.",
    "Une subvention n’est pas un marché : elle n’est pas ici."
  ],
  scope: "Titulaires et cotitulaires dont la forme ou la mention est connue.",
  empty: "Aucune forme juridique ni mention connue : donnez un extrait Sirene avec les marchés."
});
