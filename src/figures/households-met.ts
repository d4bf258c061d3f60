import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "households-met",
  questions: ["composition du ménage"],
  title: ({share, year, category}) => `Seules ou ensemble : ${category}, ${share} en ${year}`,
  neutral: "Seules, en couple, en famille ou en groupe",
  subtitle: "Part des personnes rencontrées à Paris selon qu’elles étaient seules, en couple, en famille ou en groupe"
});
