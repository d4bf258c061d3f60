import type {Figure} from "../lib/figure.js";
import awardsByYear from "./awards-by-year.js";
import correctedTotal from "./corrected-total.js";
import declaredAgainstCorrected from "./declared-against-corrected.js";
import footprint from "./footprint.js";
import localEmissions from "./local-emissions.js";
import peopleMet from "./people-met.js";
import supplierCount from "./supplier-count.js";
import topSuppliers from "./top-suppliers.js";

const figures: readonly Figure<any>[] = [
  correctedTotal,
  awardsByYear,
  topSuppliers,
  supplierCount,
  declaredAgainstCorrected,
  peopleMet,
  localEmissions,
  footprint
];

export default figures;
