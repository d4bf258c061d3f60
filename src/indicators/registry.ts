// One line per indicator: its method page, its downloads and its tests follow from it.
export {default as answeredShare} from "./answered-share.js";
export {default as correctedTotal} from "./corrected-total.js";
export {default as distinctSuppliers} from "./distinct-suppliers.js";
export {default as doubtsCount} from "./doubts-count.js";
export {default as emptyMonths} from "./empty-months.js";
export {default as footprintPath} from "./footprint-path.js";
export {default as localEmissionsPath} from "./local-emissions-path.js";
export {default as peopleMet} from "./people-met.js";
export {default as repairsEffect} from "./repairs-effect.js";
export {default as topTenShare} from "./top-ten-share.js";
