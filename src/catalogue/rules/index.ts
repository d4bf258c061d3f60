import amountOutOfRange from "./amount-out-of-range.js";
import contractIdMissing from "./contract-id-missing.js";
import cpvLeftPad from "./cpv-left-pad.js";
import cpvUnreadable from "./cpv-unreadable.js";
import dateOutOfRange from "./date-out-of-range.js";
import duplicateContract from "./duplicate-contract.js";
import figureNotPublished from "./figure-not-published.js";
import figureRepeated from "./figure-repeated.js";
import frameworkRepeated from "./framework-repeated.js";
import labelUnknown from "./label-unknown.js";
import missingAmount from "./missing-amount.js";
import nanLiteral from "./nan-literal.js";
import nightCountSum from "./night-count-sum.js";
import placeholderAmount from "./placeholder-amount.js";
import recordMalformed from "./record-malformed.js";
import recordNotDecp from "./record-not-decp.js";
import recordTooDeep from "./record-too-deep.js";
import supplierIdBadKey from "./supplier-id-bad-key.js";
import supplierIdIncomplete from "./supplier-id-incomplete.js";
import supplierIdMalformed from "./supplier-id-malformed.js";
import supplierIdMissing from "./supplier-id-missing.js";
import supplierIdSirenPlusApe from "./supplier-id-siren-plus-ape.js";
import supplierIdSirenPlusPrefix from "./supplier-id-siren-plus-prefix.js";
import supplierIdWrongScheme from "./supplier-id-wrong-scheme.js";
import targetWithoutYear from "./target-without-year.js";
import type {Rule} from "../../lib/rule.js";

/** Every finding rule, one line each. */
const rules: readonly Rule[] = [
  amountOutOfRange,
  contractIdMissing,
  cpvLeftPad,
  cpvUnreadable,
  dateOutOfRange,
  duplicateContract,
  figureNotPublished,
  figureRepeated,
  frameworkRepeated,
  labelUnknown,
  missingAmount,
  nanLiteral,
  nightCountSum,
  placeholderAmount,
  recordMalformed,
  recordNotDecp,
  recordTooDeep,
  supplierIdBadKey,
  supplierIdIncomplete,
  supplierIdMalformed,
  supplierIdMissing,
  supplierIdSirenPlusApe,
  supplierIdSirenPlusPrefix,
  supplierIdWrongScheme,
  targetWithoutYear
];

export default rules;
