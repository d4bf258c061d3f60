import {slotNames, type SlotName} from "../../lib/human/definition.js";
import {element} from "../element.js";

/** The words of each button, as a neighbour would say what it puts in. */
const words: Readonly<Record<SlotName, string>> = {
  valeur: "la valeur",
  un_sur: "un sur…",
  une_sur: "une sur…",
  sur_dix: "… sur dix",
  annee: "l’année",
  reference: "la valeur d’à côté",
  ecart: "l’écart",
  equivalence: "en choses de tous les jours",
  nombre: "le nombre de lignes"
};

/** Buttons that put a slot into a text where the cursor stands, and leave the cursor behind it. */
export function slotButtons(field: HTMLTextAreaElement | HTMLInputElement, document: Document): HTMLElement {
  return element(
    document,
    "div",
    {class: "atelier-slots", role: "group", "aria-label": "Mettre une case dans la phrase"},
    ...slotNames.map((name) => {
      const button = element(document, "button", {type: "button", class: "button", title: `{${name}}`}, words[name]);
      button.addEventListener("click", () => {
        const {selectionStart: start, selectionEnd: end} = field;
        field.setRangeText(`{${name}}`, start ?? field.value.length, end ?? field.value.length, "end");
        field.dispatchEvent(new Event("input", {bubbles: true}));
        field.focus();
      });
      return button;
    })
  );
}
