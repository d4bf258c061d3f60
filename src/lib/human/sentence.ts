import {formatCount} from "../format.js";
import {typeset} from "../typeset.js";
import {slotNames, type HumanDefinition, type SlotName} from "./definition.js";
import {sayEquivalence} from "./equivalence.js";
import type {Evaluation, EvaluationPart} from "./evaluate.js";
import {inTen, oneIn, precisionOf, sayDifference, sayValue, sayYears} from "./wording.js";

/** A sentence with its numbers, or why there is none. */
export type Said = {text: string} | {abstains: string};

/** What each slot needs; the reason why it is missing is that of this part. */
const needs: Readonly<Record<SlotName, EvaluationPart>> = {
  valeur: "value",
  un_sur: "value",
  une_sur: "value",
  sur_dix: "value",
  annee: "years",
  reference: "comparison",
  ecart: "comparison",
  equivalence: "equivalence",
  nombre: "value"
};

/**
 * Fills the slots of a sentence, in French typography. Every slot has a value, or the sentence abstains.
 *
 * @returns Plain text with a capital first: show it as text, never as HTML. Or, in words, why it abstains.
 */
export function sayIt({sentence}: Pick<HumanDefinition, "sentence">, evaluation: Evaluation): Said {
  if (evaluation.value === null) return {abstains: reasonOf("value", evaluation)};
  let abstains: string | null = null;
  const text = sentence.replace(/(\p{L}+ )?\{([^{}]*)\}/gu, (_, before: string | undefined, name: string) => {
    const filled = isSlot(name) ? fill(name, evaluation) : null;
    abstains ??= filled === null ? whyEmpty(name, evaluation) : null;
    return join(before ?? "", filled ?? "");
  });
  if (abstains !== null) return {abstains};
  if (/[{}]/.test(text)) return {abstains: "Une accolade de la phrase est ouverte sans être fermée, ou l’inverse."};
  return {text: typeset(text.charAt(0).toLocaleUpperCase("fr") + text.slice(1))};
}

/** Slots that a sentence asks for, known or not, in its order, each once. */
export function slotsOf(sentence: string): string[] {
  return [...new Set(Array.from(sentence.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name))];
}

/** Whether a slot is known. */
export function isSlot(name: string): name is SlotName {
  return (slotNames as readonly string[]).includes(name);
}

function fill(name: SlotName, {value, unit, used, years, comparison, equivalence}: Evaluation): string | null {
  const precision = precisionOf(unit);
  if (value === null) return null;
  if (name === "valeur") return sayValue(value, unit);
  if (name === "un_sur") return precision && oneIn(value, precision);
  if (name === "une_sur") return precision && oneIn(value, precision, "une");
  if (name === "sur_dix") return precision && inTen(value, precision);
  if (name === "annee") return years && sayYears(years);
  if (name === "reference") return comparison && sayValue(comparison.value, unit);
  if (name === "ecart") return comparison && sayDifference(comparison.difference, unit);
  if (name === "equivalence") return equivalence && sayEquivalence(equivalence);
  return formatCount(used);
}

/** Elides "que", "de" and their like before a vowel: `que` + `environ 9` → `qu’environ 9`. */
function join(before: string, filled: string): string {
  return /^[aeiouéè]/i.test(filled) && /^(?:que|de|jusque|lorsque|puisque) $/i.test(before)
    ? `${before.slice(0, -2)}’${filled}`
    : before + filled;
}

function whyEmpty(name: string, evaluation: Evaluation): string {
  if (!isSlot(name)) return `La place {${name}} n’existe pas. Celles qui existent : ${slotNames.join(", ")}.`;
  const part = needs[name];
  if (part === "value") return `La place {${name}} demande une part entre zéro et un ; la mesure n’en est pas une.`;
  return reasonOf(part, evaluation);
}

function reasonOf(part: EvaluationPart, {missing}: Evaluation): string {
  const notAsked = part === "comparison" ? "aucune comparaison n’est choisie" : "aucune équivalence n’est choisie";
  return missing.find((one) => one.part === part)?.reason ?? `La phrase en demande une, mais ${notAsked}.`;
}
