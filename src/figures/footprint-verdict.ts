import footprintNeededPace from "../indicators/footprint-needed-pace.js";
import {defineFigure} from "../lib/figure.js";
import {judged, verdictParts, type Judged} from "./verdict.js";

export default defineFigure<Judged>({
  ...verdictParts(),
  id: "footprint-verdict",
  tables: ["emission"],
  indicators: [footprintNeededPace],
  prepare: ({emission}, _params, {generated_at}) =>
    judged(emission, {series: "plan2024_empreinte", name: "Empreinte carbone", today: Number(generated_at.slice(0, 4))})
});
