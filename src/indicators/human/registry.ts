// One line per human indicator: its passport page, its place on the cards and its tests follow from it.
export {default as autourDeParis} from "./autour-de-paris.js";
export {default as budgetDeGaz} from "./budget-de-gaz.js";
export {default as dixEntreprises} from "./dix-entreprises.js";
export {default as enVoyagesEnAvion} from "./en-voyages-en-avion.js";
export {default as entreprisesDeMoinsDeDix} from "./entreprises-de-moins-de-dix.js";
export {default as femmesRencontrees} from "./femmes-rencontrees.js";
export {default as poubelleDUnAn} from "./poubelle-d-un-an.js";
export {default as premiereFois} from "./premiere-fois.js";
export {default as promessesSansMesure} from "./promesses-sans-mesure.js";
export {default as rencontreesUneNuit} from "./rencontrees-une-nuit.js";
export {default as sansMiseEnConcurrence} from "./sans-mise-en-concurrence.js";
export {default as trajetsAVelo} from "./trajets-a-velo.js";
export {default as uneNuitALeurRencontre} from "./une-nuit-a-leur-rencontre.js";
export {default as uneSeuleReponse} from "./une-seule-reponse.js";
export {default as volontairesDuClimat} from "./volontaires-du-climat.js";
export {default as volontairesFormes} from "./volontaires-formes.js";
