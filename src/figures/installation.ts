import {profileFigure} from "./profile.js";

export default profileFigure({
  id: "installation",
  questions: ["installation sur le lieu de sommeil"],
  title: ({share, year, category}) => `Pour dormir : ${category}, ${share} des personnes rencontrées en ${year}`,
  neutral: "Comment les personnes étaient installées",
  subtitle: "Ce que les personnes rencontrées avaient pour dormir, Paris"
});
