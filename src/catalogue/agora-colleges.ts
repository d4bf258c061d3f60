import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "agora-colleges",
  name: "Collèges de l’Agora",
  producer: "Ville de Paris, engagement « Les Volontaires du Climat » ; relevé par ce projet",
  url: "https://www.opengovpartnership.org/members/paris-france/commitments/PAR0007/",
  licence: "engagement public, à citer",
  cadence: "quand un engagement change les collèges",
  grain: "un collège",
  hosts: [],
  caveats: ["La composition des collèges n’est pas publiée, à notre connaissance."]
});
