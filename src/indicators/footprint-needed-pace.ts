import {neededPaceOf} from "./needed-pace.js";

export default neededPaceOf({id: "footprint-needed-pace", series: "plan2024_empreinte", what: "d’empreinte carbone"});
