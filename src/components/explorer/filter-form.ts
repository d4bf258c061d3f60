import type {Awards} from "../../lib/explore/awards.js";
import {facetIds, facets, unknownValue, type FacetId} from "../../lib/explore/facets.js";
import type {ExplorerState} from "../../lib/explore/state.js";
import {formatCount} from "../../lib/format.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";

/** The form of filters. */
export interface FilterForm {
  element: HTMLElement;
  /** Shows a state, and beside each value how many awards it would leave. */
  show: (state: ExplorerState, counts: Readonly<Record<FacetId, Uint32Array>>) => void;
  /** Brings the reader to the search field. */
  focus: () => void;
}

/** One value of a facet, on screen. */
interface Choice {
  value: string;
  box: HTMLInputElement;
  label: HTMLElement;
  count: HTMLElement;
}

/**
 * Filters of the awards: a text, check boxes by facet, and bounds of the amount. All of it answers at once.
 *
 * @param options `onChange` gets what the reader changed.
 */
export function filterForm(
  awards: Awards,
  {document, onChange}: {document: Document; onChange: (part: Partial<ExplorerState>) => void}
): FilterForm {
  const text = input(document, {type: "search", autocomplete: "off", "aria-describedby": "explorer-hint"});
  text.addEventListener("input", () => onChange({text: text.value}));
  const [min, max] = [bound(document), bound(document)];
  min.addEventListener("input", () => onChange({minEur: amountOf(min)}));
  max.addEventListener("input", () => onChange({maxEur: amountOf(max)}));
  const groups = facetIds.map((id) => facetGroup(awards, id, document, (chosen) => onChange(chosen)));
  const amounts = element(
    document,
    "fieldset",
    {class: "amounts"},
    element(document, "legend", {}, "Montant, euros hors taxes"),
    element(document, "label", {}, "au moins ", min),
    element(document, "label", {}, "au plus ", max)
  );
  const hint = "Le début des mots suffit ; accents, casse et apostrophes ne comptent pas. Un SIREN marche aussi.";
  const form = element(
    document,
    "form",
    {class: "filters", role: "search", "aria-label": "Filtrer les attributions"},
    element(document, "label", {class: "search"}, "Chercher un objet ou un titulaire", text),
    element(document, "p", {class: "hint", id: "explorer-hint"}, typeset(hint)),
    element(document, "div", {class: "facets"}, ...groups.map(({details}) => details), amounts)
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return {
    element: form,
    show: (state, counts) => {
      if (text.value !== state.text) text.value = state.text;
      if (amountOf(min) !== state.minEur) min.value = String(state.minEur ?? "");
      if (amountOf(max) !== state.maxEur) max.value = String(state.maxEur ?? "");
      for (const group of groups) group.show(state.chosen, counts[group.id]);
    },
    focus: () => text.focus()
  };
}

function facetGroup(
  awards: Awards,
  id: FacetId,
  document: Document,
  onChange: (part: Pick<ExplorerState, "chosen">) => void
) {
  const {label, nameOf} = facets[id];
  const {values} = awards.facets[id];
  let chosen: ExplorerState["chosen"];
  const choices = values.map((value): Choice => {
    const box = input(document, {type: "checkbox", name: facets[id].param, value});
    const count = element(document, "span", {class: "count"});
    box.addEventListener("change", () =>
      onChange({chosen: {...chosen, [id]: choices.filter((c) => c.box.checked).map((c) => c.value)}})
    );
    return {
      value,
      box,
      count,
      label: element(document, "label", {}, box, element(document, "span", {}, typeset(nameOf(value))), count)
    };
  });
  const told = element(document, "span", {class: "told"});
  const isSilent = values.length === 1 && values[0] === unknownValue;
  const details = element(
    document,
    "details",
    {class: `facet facet-${id}`},
    element(document, "summary", {}, label, told),
    element(
      document,
      "fieldset",
      {},
      element(document, "legend", {class: "visually-hidden"}, label),
      isSilent ? element(document, "p", {class: "hint"}, "Les fichiers lus ne le disent pour aucun titulaire.") : null,
      ...choices.map((choice) => choice.label)
    )
  ) as HTMLDetailsElement;
  const show = (now: ExplorerState["chosen"], counts: Uint32Array) => {
    chosen = now;
    choices.forEach(({value, box, count, label: line}, i) => {
      box.checked = now[id].includes(value);
      count.textContent = formatCount(counts[i] ?? 0);
      line.classList.toggle("is-empty", counts[i] === 0);
    });
    told.textContent = summaryOf(now[id].map(nameOf));
  };
  return {id, details, show};
}

/** What is chosen, on the closed group: the value itself, or how many. */
function summaryOf(names: readonly string[]): string {
  if (names.length === 0) return "tout";
  return names.length === 1 ? typeset(names[0] ?? "") : `${names.length} choix`;
}

function bound(document: Document): HTMLInputElement {
  return input(document, {type: "number", min: "0", step: "any", inputmode: "decimal"});
}

function amountOf({value, valueAsNumber}: HTMLInputElement): number | null {
  return value === "" || !Number.isFinite(valueAsNumber) || valueAsNumber < 0 ? null : valueAsNumber;
}

function input(document: Document, attributes: Record<string, string>): HTMLInputElement {
  return element(document, "input", attributes) as HTMLInputElement;
}
