import type {Figure} from "../lib/figure.js";
import {humanFigures} from "./human.js";
import * as registry from "./registry.js";

/** Every published figure: in the alphabetical order of its name in the registry, then those of human indicators. */
const figures: readonly Figure<any>[] = [...Object.values(registry), ...humanFigures];

export default figures;
