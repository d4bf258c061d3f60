import type {Figure} from "../lib/figure.js";
import * as registry from "./registry.js";

/** Every published figure, in the alphabetical order of its name in the registry. */
const figures: readonly Figure<any>[] = Object.values(registry);

export default figures;
