import {defineSource} from "../lib/source.js";

export default defineSource({
  id: "decp-tabular",
  name: "Marchés publics en tableau (DECP à plat)",
  producer: "decp.info, ministère de l’Économie, collectivités (SCDL, schéma de tableau)",
  url: "https://www.data.gouv.fr/datasets/608c055b35eb4e6ee20eb325",
  licence: "Licence Ouverte 2.0 pour decp.info et le ministère ; celle de la collectivité sinon",
  cadence: "decp.info : chaque jour ouvré ; les autres selon le producteur",
  grain: "une ligne par marché, titulaire et version : les lignes d’un marché sont réunies en un contrat",
  hosts: [],
  caveats: [
    "Additionner les lignes compte un marché autant de fois qu’il a de titulaires et de versions.",
    "Dans decp.info, la première version d’un marché peut manquer : la plus ancienne connue en tient lieu.",
    "Dans decp.info, la date d’une modification remplace celle de la notification : la plus ancienne est retenue.",
    "Les tableaux du ministère donnent trois titulaires au plus et la dernière modification seulement.",
    "Dans ces tableaux, MQ, CDL et NC disent qu’une valeur manque, INX qu’elle est mal écrite.",
    "Les concessions n’y sont presque jamais."
  ]
});
