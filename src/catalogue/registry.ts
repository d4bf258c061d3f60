// One line per source.
export {default as cpv} from "./cpv.js";
export {default as decp} from "./decp.js";
export {default as decpTabular} from "./decp-tabular.js";
export {default as emissionsGes} from "./emissions-ges.js";
export {default as engagements} from "./engagements.js";
export {default as listeParis} from "./liste-paris.js";
export {default as nuitRuptures} from "./nuit-ruptures.js";
export {default as nuitSolidarite} from "./nuit-solidarite.js";
export {default as objectifsClimat} from "./objectifs-climat.js";
export {default as ocds} from "./ocds.js";
export {default as rechercheEntreprises} from "./recherche-entreprises.js";
export {default as sirene} from "./sirene.js";
