import type {AnyIndicator} from "../lib/indicator.js";
import correctedTotal from "./corrected-total.js";
import distinctSuppliers from "./distinct-suppliers.js";
import localEmissionsPath from "./local-emissions-path.js";
import peopleMet from "./people-met.js";
import topTenShare from "./top-ten-share.js";

const indicators: readonly AnyIndicator[] = [
  correctedTotal,
  topTenShare,
  distinctSuppliers,
  peopleMet,
  localEmissionsPath
];

export default indicators;
