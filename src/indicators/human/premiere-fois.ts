import {defineHuman} from "../../lib/human/indicator.js";

const known = (supplier_siren: string, year: number) => ({
  supplier_siren,
  year,
  previous_award_on: `${year - 1}-03-01`,
  observed_since: "2018-01-01"
});
const newcomer = (supplier_siren: string, year: number) => ({...known(supplier_siren, year), previous_award_on: null});

export default defineHuman({
  id: "premiere-fois",
  version: 1,
  title: "Les entreprises qui n’avaient pas travaillé pour le même acheteur depuis trois ans",
  sentence:
    "Parmi les entreprises qui ont signé un marché public en {annee}, {une_sur} n’en avait pas eu du même acheteur depuis trois ans.",
  measure: "new-suppliers-share",
  filter: {},
  comparison: {kind: "previous", column: "year"},
  equivalence: null,
  badNews: "La porte se referme : ce sont les mêmes entreprises, année après année.",
  owner: "La direction de la Ville chargée des achats",
  lever: "Faire connaître les marchés à venir hors du cercle des habitués, et répondre aux questions des nouveaux.",
  gaming: "Changer de numéro d’entreprise : la même maison compte alors pour une nouvelle venue.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 1, worse: 2, comparable: 1, owned: 1},
  example: {
    rows: [newcomer("000000018", 2022), newcomer("000000018", 2023), known("000000026", 2023)],
    says: "Parmi les entreprises qui ont signé un marché public en 2023, une sur deux n’en avait pas eu du même acheteur depuis trois ans."
  },
  worse: {
    rows: [
      newcomer("000000018", 2022),
      newcomer("000000018", 2023),
      known("000000026", 2023),
      known("000000034", 2023),
      known("000000042", 2023)
    ],
    says: "Parmi les entreprises qui ont signé un marché public en 2023, une sur quatre n’en avait pas eu du même acheteur depuis trois ans."
  }
});
