import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "ages-met",
  questions: ["âge"],
  title: ({share, year, category}) => `Âge : ${category}, ${share} des personnes rencontrées en ${year}`,
  neutral: "Âge des personnes rencontrées",
  subtitle: "Part de chaque tranche d’âge parmi les personnes rencontrées à Paris, dite ou estimée"
});
