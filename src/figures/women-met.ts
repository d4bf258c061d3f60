import womenShare from "../indicators/women-share.js";
import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "women-met",
  questions: ["sexe"],
  category: "femmes",
  indicators: [womenShare],
  title: ({share, year}) => `Des femmes : ${share} des personnes rencontrées en ${year}`,
  neutral: "Part des femmes parmi les personnes rencontrées",
  subtitle: "Part des femmes parmi les personnes rencontrées à Paris, dite par la personne ou vue par l’équipe",
  notes: ["L’Apur note que les femmes se cachent davantage : elles sont sans doute plus nombreuses que ces parts."]
});
