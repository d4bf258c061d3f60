import humanIndicators from "../../indicators/human/index.js";
import {cardsPage} from "./cards-page.js";
import {humanToday} from "./last-human.js";

console.log(cardsPage(humanIndicators.map(humanToday)));
