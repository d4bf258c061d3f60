import type {HumanDefinition} from "../../../src/lib/human/definition.js";

/** A definition that passes every check; tests change one thing of it. */
export const trees: HumanDefinition = {
  id: "une-seule-offre",
  version: 1,
  title: "Les marchés ouverts à tous où une seule entreprise répond",
  sentence: "Quand tout le monde peut répondre, {un_sur} ne reçoit qu’une seule offre.",
  measure: "single-bid-share-open",
  filter: {},
  comparison: {kind: "none"},
  equivalence: null,
  badNews: "Davantage de marchés ne reçoivent qu’une seule offre.",
  owner: "Direction des finances et des achats",
  lever: "Des parts plus petites, annoncées plus tôt.",
  gaming: "Déclarer deux offres là où il n’y en a qu’une.",
  origin: "exemple",
  criteria: {simple: 2, picture: 2, place: 1, measurable: 2, worse: 2, comparable: 1, owned: 1}
};
