import localNeededPace from "../indicators/local-needed-pace.js";
import {defineFigure} from "../lib/figure.js";
import {judged, verdictParts, type Judged} from "./verdict.js";

export default defineFigure<Judged>({
  ...verdictParts(),
  id: "local-verdict",
  tables: ["emission"],
  indicators: [localNeededPace],
  prepare: ({emission}, _params, {generated_at}) =>
    judged(emission, {
      series: "plan2024_territoire",
      name: "Émissions locales",
      today: Number(generated_at.slice(0, 4))
    })
});
