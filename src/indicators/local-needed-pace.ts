import {neededPaceOf} from "./needed-pace.js";

export default neededPaceOf({id: "local-needed-pace", series: "plan2024_territoire", what: "d’émissions locales"});
