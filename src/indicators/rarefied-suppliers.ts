import {groupBy} from "../lib/group-by.js";
import {defineIndicator} from "../lib/indicator.js";
import {rarefiedRichness} from "../lib/metrics/diversity.js";
import {supplierAmounts} from "../lib/supplier-rows.js";

const drawn = 100;

export default defineIndicator({
  ...supplierAmounts,
  id: "rarefied-suppliers",
  version: 1,
  unit: "index",
  columns: ["supplier_siren"],
  name: "Titulaires différents pour 100 attributions",
  nameAsDeclared: "Identifiants différents pour 100 attributions",
  question: "Parmi 100 attributions prises au hasard, combien de titulaires différents trouve-t-on ?",
  formula:
    "Raréfaction de Hurlbert : nombre moyen de titulaires (SIREN) distincts dans un tirage sans remise de 100 lignes « un titulaire d’une attribution », calculé exactement. Il faut au moins 100 lignes.",
  reference: "Hurlbert, 1971, Ecology 52(4) ; Heck, van Belle et Simberloff, 1975, Ecology 56(6).",
  limits: [
    "Le nombre brut de titulaires grandit avec le nombre d’attributions ; celui-ci se compare d’une année ou d’un domaine à l’autre.",
    "Un accord-cadre à dix titulaires fait dix lignes, toutes différentes : les multi-attributaires relèvent ce nombre.",
    "Sous 100 lignes, rien n’est calculé : la richesse ne s’extrapole pas."
  ],
  excludes: {unknown: "titulaire sans SIREN réparable"},
  leaveOut: ({supplier_siren}) => (supplier_siren === null ? "unknown" : null),
  example: {
    rows: [
      ...Array.from({length: 100}, (_, i) => ({supplier_siren: `0000000${String(10 + (i % 25))}`})),
      {supplier_siren: null}
    ],
    value: 25
  },
  compute: (rows) => {
    const counts = Array.from(groupBy(rows, ({supplier_siren}) => supplier_siren).values(), ({length}) => length);
    return rarefiedRichness(counts, drawn);
  }
});
