import {lastRows} from "../methode/last-build.js";
import {commitmentsPage} from "./commitments-page.js";

console.log(commitmentsPage(lastRows("commitment_action") ?? [], lastRows("commitment_evidence") ?? []));
