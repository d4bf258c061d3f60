import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "ocds",
  name: "Publications à la norme OCDS (Open Contracting Data Standard)",
  producer: "acheteurs et portails d’autres pays ; le fichier nomme son éditeur",
  url: "https://standard.open-contracting.org/1.1/en/",
  licence: "celle que nomme chaque fichier (champ « license »)",
  cadence: "selon l’éditeur",
  grain: "une attribution d’une publication, ou un contrat qu’aucune attribution ne nomme",
  hosts: [],
  caveats: [
    "Une publication sans attribution (avis, appel d’offres) est lue et comptée, mais n’est pas un contrat.",
    "Les montants en une autre monnaie que l’euro ne sont pas convertis : ils manquent, et cela se voit.",
    "De plusieurs publications du même contrat, la plus récente est retenue telle quelle : elles ne sont pas fusionnées.",
    "Les fournisseurs sans identifiant d’un registre ne sont pas comptés : leur nom ne suffit pas.",
    "Noms des contacts et des personnes physiques ne sont pas repris."
  ]
});
