import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "resources-of-people",
  questions: ["ressources"],
  title: ({share, year, category}) => `Ressources : ${category}, ${share} des réponses en ${year}`,
  neutral: "Ressources des personnes rencontrées",
  subtitle: "Ressources dites par les personnes qui ont répondu, Paris"
});
