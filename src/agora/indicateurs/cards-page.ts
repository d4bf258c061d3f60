import {shownValue} from "../../figures/human.js";
import {domainNames, type Domain} from "../../lib/indicator.js";
import {safe} from "../../methode/markup.js";
import type {HumanToday} from "./last-human.js";
import {marksMarkup, sentenceMarkup} from "./sentence-markup.js";

/** Every human indicator as a card, by commitment: its sentence first, its technical twin below. As Markdown. */
export function cardsPage(all: readonly HumanToday[]): string {
  return [
    `---\ntitle: Indicateurs humains\n---`,
    `# ${safe("Dire un nombre comme on le dirait à un voisin")}`,
    safe(
      "Un indicateur humain tient en une phrase, sans sigle, que chacun peut se figurer. Il est calculé sur les vraies tables, à côté de l’indicateur technique qui donne le nombre, et il peut montrer une mauvaise nouvelle. Quand les données ne permettent pas la phrase, elle se tait et dit pourquoi."
    ),
    safe(
      "Ceux-ci sont des exemples, écrits pour montrer la forme : aucun vrai atelier ne les a proposés, aucun vrai vote ne les a adoptés. Quelques-uns passent par une Agora inventée, pour montrer une vie entière. Chacun a un passeport : son histoire, ce qui est laissé de côté, qui en répondrait, comment on pourrait le truquer."
    ),
    ...Object.entries(domainNames).flatMap(([domain, name]) => {
      const own = all.filter(({indicator}) => indicator.domain === (domain as Domain));
      return own.length === 0 ? [] : [`## ${safe(name)}`, `<ul class="human-cards">${own.map(card).join("")}</ul>`];
    })
  ].join("\n\n");
}

function card(today: HumanToday): string {
  const {human, indicator, evaluation} = today;
  const value =
    evaluation === null
      ? ""
      : ` : ${evaluation.value === null ? "pas de valeur ici" : shownValue(indicator, evaluation.value)}`;
  return [
    `<li>${sentenceMarkup(today)}`,
    `<p class="human-title"><a href="./${human.id}">${safe(human.title)}</a></p>`,
    `<p class="human-twin">${safe(`Indicateur technique : ${indicator.name}${value}`)}</p>`,
    `${marksMarkup(today)}</li>`
  ].join("");
}
