import {lastReport, lastRows} from "../methode/last-build.js";
import {qualityPage} from "./quality-page.js";

const report = lastReport();
console.log(
  qualityPage(
    report && {
      report,
      completeness: lastRows("completeness") ?? [],
      contract: lastRows("contract") ?? [],
      contract_source: lastRows("contract_source") ?? [],
      coverage: lastRows("coverage") ?? [],
      finding: lastRows("finding") ?? []
    }
  )
);
