import type {CriterionId, HumanDefinition} from "./definition.js";
import {isSlot, slotsOf} from "./sentence.js";
import {acronyms, avoidedWords, directionWords, withoutSlots, wordsOf} from "./words.js";

/** What a machine can look at, in words; `detail` says what was found. */
interface Check {
  label: string;
  passes: boolean;
  detail: string;
}

/** One criterion: what the group declared, and what a machine checked. Empty checks: only people can tell. */
export interface ReviewedCriterion {
  id: CriterionId;
  name: string;
  /** From 0 to 2, as declared. */
  declared: 0 | 1 | 2;
  checks: readonly Check[];
}

/** Longest title and longest sentence, in words. */
const longest = {title: 15, sentence: 40};

/** Expressions that hold an "et" and are still one idea. */
const oneThing = /petites et moyennes entreprises|social[es]* et solidaires?/giu;

/** The criteria of "simple and human", each as a statement that is true or false of an indicator. */
export const criterionNames: Readonly<Record<CriterionId, string>> = {
  simple: "Il se dit en une phrase, sans sigle",
  picture: "Un voisin peut se le figurer",
  place: "Il touche un geste ou un lieu",
  measurable: "Il est mesuré, ou mesurable à un coût connu",
  worse: "Il peut empirer, et le montrer",
  comparable: "Il se compare, d’une année ou d’un lieu à l’autre",
  owned: "Quelqu’un en répond"
};

/**
 * The checklist of a definition: per criterion, the declared score beside what can be checked without people.
 *
 * @param measures Ids of the indicators that exist; without them the measure is not looked up.
 * @returns The seven criteria, in their order.
 */
export function review(definition: HumanDefinition, measures: readonly string[] | null = null): ReviewedCriterion[] {
  const checks = checksOf(definition, measures);
  return Object.entries(criterionNames).map(([id, name]) => ({
    id: id as CriterionId,
    name,
    declared: definition.criteria[id as CriterionId],
    checks: checks[id as CriterionId] ?? []
  }));
}

function checksOf(
  definition: HumanDefinition,
  measures: readonly string[] | null
): Partial<Record<CriterionId, Check[]>> {
  const {title, sentence, measure, comparison, badNews, owner} = definition;
  const both = `${title}. ${withoutSlots(sentence)}`;
  const slots = slotsOf(sentence);
  const isWritten = title.trim() !== "" && sentence.trim() !== "";
  const checks: Partial<Record<CriterionId, Check[]>> = {
    simple: [
      atMost("Titre de quinze mots au plus", wordsOf(title).length, longest.title, "mots"),
      atMost("Phrase de quarante mots au plus", wordsOf(sentence).length, longest.sentence, "mots"),
      none("Une seule phrase", sentence.match(/[.!?…]\s+\p{Lu}/gu) ?? []),
      none("Une seule idée dans le titre", title.replace(oneThing, "").match(/\s(?:et|ou)\s|[;&/]/gu) ?? []),
      none("Ni sigle, ni abréviation", acronyms(both)),
      none(
        "Aucun mot de spécialiste, ni mot qui blesse",
        avoidedWords(both).map(({word, instead}) => `${word} (dites : ${instead})`)
      )
    ],
    picture: [
      {
        label: "La phrase dit un nombre",
        passes: slots.some(isSlot),
        detail: slots.length === 0 ? "aucune place" : slots.join(", ")
      },
      none(
        "Chaque place existe",
        slots.filter((slot) => !isSlot(slot))
      )
    ],
    measurable:
      measures === null ? [] : [{label: "La mesure existe", passes: measures.includes(measure), detail: measure}],
    worse: [
      {label: "La mauvaise nouvelle est dite", passes: wordsOf(badNews).length >= 4, detail: badNews},
      none("Le titre ne dit pas de sens", directionWords(title)),
      none("Aucun chiffre dans le titre", title.match(/\p{N}+/gu) ?? [])
    ],
    comparable: [
      {label: "Une comparaison est choisie", passes: comparison.kind !== "none", detail: kinds[comparison.kind]}
    ],
    owned: [{label: "Un service ou un collège en répond", passes: owner.trim().length > 3, detail: owner}]
  };
  return isWritten ? checks : {...checks, ...unwritten(checks, ["simple", "picture"])};
}

/** Checks of wording before there are words: none passes. */
function unwritten(
  checks: Partial<Record<CriterionId, Check[]>>,
  ids: readonly CriterionId[]
): Partial<Record<CriterionId, Check[]>> {
  return Object.fromEntries(
    ids.map((id) => [id, checks[id]?.map(({label}) => ({label, passes: false, detail: ""})) ?? []])
  );
}

const kinds: Readonly<Record<HumanDefinition["comparison"]["kind"], string>> = {
  none: "aucune",
  previous: "à l’année d’avant",
  target: "à une valeur promise",
  other: "à un autre lieu, ou un autre domaine"
};

function atMost(label: string, found: number, most: number, noun: string): Check {
  return {label, passes: found <= most, detail: `${found} ${noun}`};
}

function none(label: string, found: readonly string[]): Check {
  return {label, passes: found.length === 0, detail: found.join(", ").trim()};
}
