import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "jeux-ouverts",
  name: "Jeux de données ouverts sur les personnes sans abri",
  producer: "table établie par ce projet",
  url: "https://opendata.paris.fr/explore/dataset/exclusion-sans-domicilisme/",
  licence: "chaque jeu a la sienne",
  cadence: "à revoir chaque année",
  grain: "un jeu de données",
  hosts: [],
  caveats: ["Dit lesquels se lisent et lesquels se laissent ; rien n’en est publié."]
});
