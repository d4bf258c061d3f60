import localEmissionsPath from "../indicators/local-emissions-path.js";
import {defineFigure} from "../lib/figure.js";
import {colors} from "../lib/palette.js";
import {sectorParts, sectorsOf, type Sectors} from "./sectors.js";

export default defineFigure<Sectors>({
  ...sectorParts(colors.territory),
  id: "local-sectors",
  tables: ["emission"],
  indicators: [localEmissionsPath],
  prepare: ({emission}) => sectorsOf(emission, "plan2024_territoire", "Émissions locales")
});
