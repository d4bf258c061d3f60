import {safe} from "../../methode/markup.js";
import type {HumanToday} from "./last-human.js";

/** The sentence, or why there is none, as a paragraph. */
export function sentenceMarkup({said}: Pick<HumanToday, "said">): string {
  return "text" in said
    ? `<p class="human-sentence">${safe(said.text)}</p>`
    : `<p class="human-sentence human-abstains">${safe(`Pas de phrase avec ces données. ${said.abstains}`)}</p>`;
}

/** What a reader must know before believing: an example, invented data, a first result. */
export function marksMarkup({human, evaluation, isFictional}: HumanToday): string {
  const marks = [
    ...(human.origin === "exemple" ? ["exemple, aucun atelier derrière"] : []),
    ...(isFictional ? ["données fictives"] : []),
    ...(evaluation?.isProvisional ? ["nombre provisoire"] : [])
  ];
  return marks.length === 0
    ? ""
    : `<p class="human-marks">${marks.map((mark) => `<span>${safe(mark)}</span>`).join(" ")}</p>`;
}
