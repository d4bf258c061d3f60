/** Words that a neighbour does not say, each with what to say instead. Lower case, singular. */
const jargon: Readonly<Record<string, string>> = {
  titulaire: "entreprise",
  attributaire: "entreprise",
  attribution: "marché",
  "accord-cadre": "marché à commandes",
  indicateur: "dites la chose elle-même",
  indice: "dites la chose elle-même",
  coefficient: "dites la chose elle-même",
  ratio: "un sur…",
  taux: "un sur…",
  médiane: "la moitié",
  quantile: "une part",
  proportion: "une part",
  concentration: "quelques entreprises",
  périmètre: "ce qui est compté",
  scope: "ce qui est compté",
  benchmark: "comparaison",
  reporting: "compte rendu",
  tendanciel: "si rien ne change",
  décarbonation: "émettre moins",
  décarboner: "émettre moins",
  séquestration: "ce que les arbres retiennent",
  massification: "beaucoup plus",
  multimodal: "à pied, à vélo, en bus",
  intermodalité: "à pied, à vélo, en bus",
  gouvernance: "qui décide",
  résilience: "tenir bon",
  territorialisé: "d’ici",
  externalité: "effet",
  procédure: "façon d’acheter",
  notification: "signature",
  allotissement: "découpage en parts",
  sourcing: "rencontrer des entreprises avant d’acheter",
  assiette: "ce qui est compté",
  trajectoire: "le chemin promis",
  "empreinte carbone": "ce que la vie d’ici réchauffe",
  "neutralité carbone": "ne plus ajouter de gaz à effet de serre",
  "mix énergétique": "d’où vient l’énergie"
};

/** Words that judge or wound the people counted at night, or dramatise their number. */
const wounding: readonly string[] = [
  "sdf",
  "clochard",
  "clocharde",
  "vagabond",
  "mendiant",
  "marginal",
  "migrant",
  "invasion",
  "explosion",
  "fléau",
  "point noir",
  "point chaud",
  "record"
];

/** Words of a direction: a name says what is counted, never which way it should go. */
const directions: readonly string[] = [
  "hausse",
  "baisse",
  "augmentation",
  "diminution",
  "réduction",
  "progression",
  "recul",
  "croissance",
  "amélioration",
  "plus de",
  "moins en moins",
  "de plus en plus"
];

/** A word to avoid, with the reason or what to say instead. */
export interface AvoidedWord {
  word: string;
  instead: string;
}

/**
 * Jargon and wounding words of a text, in the order of the lists; case and a plural in "s" or "x" do not matter.
 *
 * @returns Empty when a newcomer can read it.
 */
export function avoidedWords(text: string): AvoidedWord[] {
  return [
    ...Object.entries(jargon).map(([word, instead]) => ({word, instead})),
    ...wounding.map((word) => ({word, instead: "une personne, et ce qu’elle vit"}))
  ].filter(({word}) => says(text, word));
}

/** Words of a direction in a text ("hausse", "plus de"), in the order of the list. */
export function directionWords(text: string): string[] {
  return directions.filter((word) => says(text, word));
}

/** Groups of two capitals or more, digits and signs in them kept: `PME`, `CO₂`, `R2D2`; slots are not looked at. */
export function acronyms(text: string): string[] {
  return withoutSlots(text).match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}₀-₉.]*\p{Lu}[\p{L}\p{N}₀-₉]*/gu) ?? [];
}

/** Words of a text, as a reader counts them: elided articles go with their noun, a slot counts for one. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}{]/u.test(word));
}

/** A sentence without its slots. */
export function withoutSlots(text: string): string {
  return text.replace(/\{[^{}]*\}/g, " ");
}

function says(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}[sx]?(?![\\p{L}\\p{N}])`, "iu").test(text.normalize("NFC"));
}
