// One line per figure.
export {default as awardsByYear} from "./awards-by-year.js";
export {default as completeness} from "./completeness.js";
export {default as correctedTotal} from "./corrected-total.js";
export {default as coverageByMonth} from "./coverage-by-month.js";
export {default as declaredAgainstCorrected} from "./declared-against-corrected.js";
export {default as findingsByPlatform} from "./findings-by-platform.js";
export {default as findingsByRule} from "./findings-by-rule.js";
export {default as footprint} from "./footprint.js";
export {default as localEmissions} from "./local-emissions.js";
export {default as peopleMet} from "./people-met.js";
export {default as repairsInEuros} from "./repairs-in-euros.js";
export {default as supplierCount} from "./supplier-count.js";
export {default as topSuppliers} from "./top-suppliers.js";
