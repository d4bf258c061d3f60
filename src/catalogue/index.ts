import type {Source} from "../lib/source.js";
import decp from "./decp.js";
import emissionsGes from "./emissions-ges.js";
import nuitSolidarite from "./nuit-solidarite.js";
import objectifsClimat from "./objectifs-climat.js";

const sources: readonly Source[] = [decp, nuitSolidarite, emissionsGes, objectifsClimat];

export default sources;
