import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "cpv",
  name: "Vocabulaire commun pour les marchés publics (CPV 2008)",
  producer: "Union européenne",
  url: "https://eur-lex.europa.eu/eli/reg/2008/213/oj",
  licence: "réutilisation autorisée, source à citer (décision 2011/833/UE)",
  cadence: "fixe depuis 2008",
  grain: "un code à huit chiffres, sa clé et son libellé",
  hosts: [],
  caveats: [
    "Sans cette liste, un code à sept chiffres n’est complété que si sa classe existe ; avec elle, s’il y figure en entier."
  ]
});
