import footprintPath from "../indicators/footprint-path.js";
import {defineFigure} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {sectorParts, sectorsOf, type Sectors} from "./sectors.js";

export default defineFigure<Sectors>({
  ...sectorParts(colors.footprint),
  id: "footprint-sectors",
  tables: ["emission"],
  indicators: [footprintPath],
  prepare: ({emission}) => sectorsOf(emission, "plan2024_empreinte", "Empreinte carbone")
});
