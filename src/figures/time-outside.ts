import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "time-outside",
  questions: ["durée de rue", "trajectoire"],
  title: ({share, year, category}) => `Depuis quand : ${category}, ${share} des réponses en ${year}`,
  neutral: "Depuis quand les personnes sont sans abri",
  subtitle: "Temps passé à la rue, ou sans logement personnel, parmi les personnes qui ont répondu, Paris"
});
