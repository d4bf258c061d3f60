import youngAmountShare from "../indicators/young-amount-share.js";
import youngAwardShare from "../indicators/young-award-share.js";
import youngCeilingShare from "../indicators/young-ceiling-share.js";
import {colors} from "../lib/palette.js";
import {traits} from "../lib/traits.js";
import {traitYearsFigure} from "./trait-years.js";

export default traitYearsFigure({
  id: "young-suppliers",
  indicators: [youngAwardShare, youngAmountShare, youngCeilingShare],
  shown: [{name: "Moins de trois ans", trait: traits.young, color: colors.young}],
  finding: "à des titulaires de moins de trois ans",
  neutral: "Jeunes entreprises titulaires",
  subject: "Part des titulaires créés moins de trois ans avant la notification, parmi ceux de date connue",
  notes: [
    "La date est celle de l’unité légale : une entreprise ancienne qui change de forme paraît jeune, une société créée pour un seul marché l’est aussi."
  ],
  scope: "Titulaires et cotitulaires dont la date de création est connue.",
  empty: "Aucune date de création connue : donnez un extrait Sirene avec les marchés."
});
