import type {AnyIndicator} from "../lib/indicator.js";
import * as registry from "./registry.js";

/** Every published indicator, in the alphabetical order of its name in the registry. */
const indicators: readonly AnyIndicator[] = Object.values(registry);

export default indicators;
