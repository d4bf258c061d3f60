import {formatCount, formatDate} from "../../lib/format.js";
import {criterionNames, review} from "../../lib/human/review.js";
import type {Draft} from "../../lib/human/draft.js";
import type {Evaluation} from "../../lib/human/evaluate.js";
import {sayIt, type Said} from "../../lib/human/sentence.js";
import {sayYears, underwayWords} from "../../lib/human/wording.js";
import {typeset} from "../../lib/typeset.js";
import {formatValue} from "../../lib/units.js";
import {element} from "../element.js";
import type {Site} from "../site.js";
import {pageAddress} from "../site.js";
import type {Measured} from "./measured.js";

/** A draft over real data, or why it cannot be computed. */
export interface Shown {
  draft: Draft;
  measured: Measured | null;
  evaluation: Evaluation | null;
  /** Why there is no evaluation, in French; null when there is one, or nothing was chosen. */
  fault: string | null;
}

/** What stands where the sentence does: the sentence with its numbers, or why there is none. */
function saidOf({draft, evaluation, fault}: Shown): Said {
  const {sentence, measure} = draft.definition;
  if (fault !== null) return {abstains: fault};
  if (measure === "") return {abstains: "Choisissez d’abord ce que vous mesurez."};
  if (evaluation === null) return {abstains: "Calcul en cours…"};
  if (sentence.trim() === "") return {abstains: "Écrivez la phrase : elle paraît ici, avec ses nombres."};
  return sayIt({sentence}, evaluation);
}

/** The sentence, large. A text, never HTML. */
export function sentenceOf(shown: Shown, document: Document): HTMLElement {
  const said = saidOf(shown);
  return "text" in said
    ? element(document, "p", {class: "atelier-said"}, said.text)
    : element(document, "p", {class: "atelier-said is-silent"}, typeset(said.abstains));
}

/** The number behind the sentence: value, rows, uncertainty, what is missing, where it comes from. */
export function factsOf(
  {measured, evaluation}: Shown,
  {document, site}: {document: Document; site: Site}
): HTMLElement {
  if (measured === null || evaluation === null) return element(document, "div", {});
  const {indicator, files, readOn, isFictional} = measured;
  const {value, used, leftOut, years, interval, comparison, isProvisional, underway, missing} = evaluation;
  const line = (name: string, ...words: (string | Node)[]) =>
    element(
      document,
      "div",
      {},
      element(document, "dt", {}, typeset(name)),
      element(document, "dd", {}, ...words.map((one) => (typeof one === "string" ? typeset(one) : one)))
    );
  const left = Object.entries(leftOut);
  const method = element(document, "a", {href: pageAddress(site, `methode/${indicator.id}`)}, typeset(indicator.name));
  return element(
    document,
    "dl",
    {class: "atelier-facts"},
    line("Mesure", method, ` (version ${indicator.version})`),
    line("Question", indicator.question),
    line("Valeur", formatValue(value, indicator.unit), isProvisional ? ", provisoire selon sa source" : ""),
    interval
      ? line(
          "Incertitude",
          `entre ${formatValue(interval.low, "ratio")} et ${formatValue(interval.high, "ratio")}, dix-neuf fois sur vingt`
        )
      : null,
    years ? line("Année", sayYears(years)) : null,
    underway ? line("Année en cours", underwayWords(underway)) : null,
    comparison
      ? line(
          "À côté",
          `${formatValue(comparison.value, indicator.unit)}${comparison.year === null ? "" : ` en ${comparison.year}`}`
        )
      : null,
    line(
      "Lignes",
      `${formatCount(used)} ${used < 2 ? "utilisée" : "utilisées"}${left.length > 0 ? ` ; écartées : ${left.map(([why, count]) => `${formatCount(count)}, ${why}`).join(" ; ")}` : ", aucune écartée"}`
    ),
    ...missing.map(({reason}) => line("Il manque", reason)),
    line(
      "Source",
      `${formatCount(files.length)} ${files.length < 2 ? "fichier lu" : "fichiers lus"} le ${formatDate(readOn)}`,
      isFictional ? " ; données d’exemple, fictives" : ""
    )
  );
}

/** The checklist: per criterion, the group's score beside what a machine could check. */
export function checksOf({draft}: Shown, measures: readonly string[], document: Document): Map<string, HTMLElement> {
  return new Map(
    review(draft.definition, measures).map(({id, checks}) => [
      id,
      element(
        document,
        "ul",
        {class: "atelier-checks"},
        ...checks.map(({label, passes, detail}) =>
          element(
            document,
            "li",
            {class: passes ? "is-held" : "is-open"},
            element(document, "span", {class: "mark", "aria-hidden": "true"}, passes ? "✓" : "–"),
            element(
              document,
              "span",
              {},
              typeset(`${label} : ${passes ? "oui" : "pas encore"}`),
              element(document, "span", {class: "detail"}, typeset(passes || detail === "" ? "" : ` (${detail})`))
            )
          )
        ),
        ...(checks.length === 0 ? [element(document, "li", {}, "Seul le groupe peut le dire.")] : [])
      )
    ])
  );
}

/** The sheet on paper: sentence, number, criteria, and room for the notes of the group. */
export function sheetOf(
  shown: Shown,
  {document, site, colleges}: {document: Document; site: Site; colleges: readonly (readonly [string, string])[]}
): HTMLElement {
  const {definition, college, verbatim} = shown.draft;
  const text = (tag: string, words: string, attributes = {}) => element(document, tag, attributes, words);
  const question = (name: string, answer: string) =>
    element(
      document,
      "div",
      {},
      text("dt", typeset(name)),
      answer === "" ? text("dd", "", {class: "to-write"}) : text("dd", answer)
    );
  return element(
    document,
    "section",
    {class: "atelier-sheet", "aria-hidden": "true"},
    text("p", "Carnets de l’Agora · fiche d’atelier", {class: "sheet-kind"}),
    shown.measured?.isFictional
      ? text("p", "Données d’exemple, fictives : ces nombres sont inventés.", {class: "sheet-fictional"})
      : null,
    text("p", definition.title || "Titre à écrire", {class: "sheet-title"}),
    sentenceOf(shown, document),
    factsOf(shown, {document, site}),
    element(
      document,
      "dl",
      {class: "atelier-answers"},
      question("Collège qui propose", colleges.find(([id]) => id === college)?.[1] ?? ""),
      question("Les mots du groupe", verbatim),
      question("La mauvaise nouvelle, ce serait", definition.badNews),
      question("Qui en répond", definition.owner),
      question("Ce qui le ferait bouger", definition.lever),
      question("Comment on pourrait l’embellir sans rien changer", definition.gaming)
    ),
    element(
      document,
      "table",
      {},
      element(document, "caption", {}, typeset("Les sept critères, de 0 à 2")),
      element(
        document,
        "tbody",
        {},
        ...Object.entries(criterionNames).map(([id, name]) =>
          element(
            document,
            "tr",
            {},
            element(document, "th", {scope: "row"}, typeset(name)),
            text("td", String(definition.criteria[id as keyof typeof criterionNames]))
          )
        )
      )
    ),
    text("p", "Notes du groupe", {class: "sheet-notes-title"}),
    element(document, "div", {class: "sheet-notes"})
  );
}
