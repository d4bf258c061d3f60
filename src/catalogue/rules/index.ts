import type {Rule} from "../../lib/rule.js";
import * as registry from "./registry.js";

/** Every finding rule, in the alphabetical order of its name in the registry. */
const rules: readonly Rule[] = Object.values(registry);

export default rules;
