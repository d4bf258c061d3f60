import {lastRows} from "../methode/last-build.js";
import {suppliersPage} from "./suppliers-page.js";

const [links, supplier] = [lastRows("award_supplier"), lastRows("supplier")];
console.log(suppliersPage(links && supplier && {award_supplier: links, supplier}));
