import type {HumanIndicator} from "../../lib/human/indicator.js";
import * as registry from "./registry.js";

/** Every human indicator, in the alphabetical order of its name in the registry. */
const humanIndicators: readonly HumanIndicator[] = Object.values(registry);

export default humanIndicators;
