import environmentalClauseShare from "../indicators/environmental-clause-share.js";
import environmentalCriterionShare from "../indicators/environmental-criterion-share.js";
import {colors} from "../lib/palette.js";
import {census, considerationsFigure} from "./considerations.js";

export default considerationsFigure({
  id: "environmental-considerations",
  indicators: [environmentalClauseShare, environmentalCriterionShare],
  color: colors.environmental,
  finding: "ont une clause environnementale",
  neutral: "Considérations environnementales des marchés",
  subject: "Part des marchés avec clause environnementale, ou avec critère environnemental",
  yardstick: census.environmental
});
