import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "help-sought",
  questions: [
    "recours au 115",
    "recours à l’hébergement",
    "suivi par un travailleur social",
    "adresse pour le courrier"
  ],
  title: ({share, year, category}) => `Le 115 : ${category}, ${share} des réponses en ${year}`,
  neutral: "Recours au 115, à l’hébergement et aux droits",
  subtitle: "Recours au 115, à l’hébergement et à l’accompagnement, parmi les personnes qui ont répondu, Paris",
  notes: [
    "Ces questions n’ont été publiées que certaines années : leur silence ensuite ne dit pas qu’elles ont changé."
  ]
});
