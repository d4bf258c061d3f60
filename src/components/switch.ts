import {
  correctionsState,
  declaredMark,
  declaredMeaning,
  withCorrectionsState,
  type CorrectionsState
} from "../lib/corrections.js";
import {element} from "./element.js";

/** What the switch needs of the page. */
export interface SwitchContext {
  /** Root of the site. */
  root: URL;
  /** Fills a figure from the tables, in the state that its attributes ask for. */
  fill: (figure: HTMLElement) => Promise<void>;
}

const words: Readonly<Record<CorrectionsState, {choice: string; status: string}>> = {
  avec: {choice: "Avec corrections", status: "Les figures montrent les nombres corrigés."},
  sans: {choice: "Sans corrections", status: `${declaredMark}, sur chaque figure qui porte cette mention.`}
};

/**
 * Puts the choice "avec / sans corrections" into its place on a procurement page. The choice lives in the address
 * (`?corrections=sans`), redraws each figure that obeys it, and follows the links to other procurement pages.
 *
 * @param host An empty element; without JavaScript it stays empty and the page shows repaired values.
 */
export function wireSwitch(host: HTMLElement, context: SwitchContext): void {
  const {ownerDocument: document} = host;
  const status = element(document, "p", {class: "switch-status", role: "status"});
  const choices = (["avec", "sans"] as const).map((state) => {
    const input = element(document, "input", {type: "radio", name: "corrections", value: state}) as HTMLInputElement;
    input.addEventListener("change", () => choose(state));
    return {state, input, label: element(document, "label", {}, input, words[state].choice)};
  });
  const corrected = new Map<HTMLElement, Node[]>();

  const show = async (state: CorrectionsState) => {
    for (const choice of choices) choice.input.checked = choice.state === state;
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) carry(link, state, context.root);
    const figures = [...document.querySelectorAll<HTMLElement>("figure[data-figure]")].filter(obeys);
    status.textContent = state === "sans" ? "Les figures se redessinent…" : "";
    await Promise.all(figures.map((figure) => turn(figure, state, corrected, context)));
    if (stateOf(document) === state) status.textContent = words[state].status;
  };
  const choose = (state: CorrectionsState) => {
    history.replaceState(history.state, "", withCorrectionsState(new URL(location.href), state));
    void show(state);
  };

  host.replaceChildren(
    element(
      document,
      "fieldset",
      {class: "corrections-switch"},
      element(document, "legend", {}, "Nombres montrés"),
      ...choices.map(({label}) => label),
      element(
        document,
        "details",
        {class: "switch-meaning"},
        element(document, "summary", {}, "Ce que « sans corrections » veut dire"),
        element(document, "p", {}, declaredMeaning)
      ),
      status
    )
  );
  const state = stateOf(document);
  for (const choice of choices) choice.input.checked = choice.state === state;
  if (state === "sans") void show(state);
}

function stateOf({location}: Document): CorrectionsState {
  return correctionsState(Object.fromEntries(new URLSearchParams(location.search)));
}

/** A figure says in the page that it obeys; the others show both values, or neither. */
function obeys(figure: HTMLElement): boolean {
  return figure.dataset.corrections !== undefined || figure.querySelector(".figure-numbers[data-obeys]") !== null;
}

async function turn(
  figure: HTMLElement,
  state: CorrectionsState,
  corrected: Map<HTMLElement, Node[]>,
  {fill}: SwitchContext
): Promise<void> {
  if ((figure.dataset.corrections ?? "avec") === state) return;
  if (state === "avec") {
    delete figure.dataset.corrections;
    const before = corrected.get(figure);
    if (before) figure.replaceChildren(...before);
    else await fill(figure);
    return;
  }
  corrected.set(figure, [...figure.childNodes]);
  figure.dataset.corrections = state;
  figure.setAttribute("aria-busy", "true");
  await fill(figure);
  // The reader may have changed his mind meanwhile.
  if (figure.dataset.corrections !== state) figure.replaceChildren(...(corrected.get(figure) ?? []));
  figure.removeAttribute("aria-busy");
}

/** Keeps the choice on the way to another procurement page. */
function carry(link: HTMLAnchorElement, state: CorrectionsState, root: URL): void {
  const url = new URL(link.href, link.ownerDocument.baseURI);
  if (!url.href.startsWith(new URL("marches/", root).href) || link.getAttribute("href")?.startsWith("#")) return;
  link.href = withCorrectionsState(url, state).href;
}
