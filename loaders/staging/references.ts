import type {ReferenceTable} from "./reference.js";
import * as registry from "./registry.js";

/** Every reference table that stands on its own. */
const references: readonly ReferenceTable[] = Object.values(registry);

export default references;
