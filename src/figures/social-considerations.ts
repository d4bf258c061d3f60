import reservedShare from "../indicators/reserved-share.js";
import socialClauseShare from "../indicators/social-clause-share.js";
import socialCriterionShare from "../indicators/social-criterion-share.js";
import {colors} from "../lib/palette.js";
import {census, considerationsFigure} from "./considerations.js";

export default considerationsFigure({
  id: "social-considerations",
  indicators: [socialClauseShare, socialCriterionShare, reservedShare],
  color: colors.social,
  finding: "ont une clause sociale",
  neutral: "Considérations sociales des marchés",
  subject: "Part des marchés avec clause sociale, avec critère social, ou réservés",
  yardstick: census.social
});
