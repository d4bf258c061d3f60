import type {Source} from "../lib/source.js";
import * as registry from "./registry.js";

/** Every source, in the alphabetical order of its name in the registry. */
const sources: readonly Source[] = Object.values(registry);

export default sources;
