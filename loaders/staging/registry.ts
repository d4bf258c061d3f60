// One line per reference table that stands on its own: it is recognised, read, staged and counted from here.
export {default as population} from "./population.js";
