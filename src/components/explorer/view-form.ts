import {facetIds, facets, type FacetId} from "../../lib/explore/facets.js";
import type {ExplorerState} from "../../lib/explore/state.js";
import {element} from "../element.js";

/** The form of views. */
export interface ViewForm {
  element: HTMLElement;
  show: (state: ExplorerState) => void;
}

const views = {tableau: "Tableau", graphique: "Graphique"} as const;
const measures = {montant: "Montant", nombre: "Nombre d’attributions"} as const;

/** Table or chart, what the chart shows, and the CSV of what is shown. */
export function viewForm({
  document,
  onChange,
  onSave
}: {
  document: Document;
  onChange: (part: Partial<ExplorerState>) => void;
  onSave: () => void;
}): ViewForm {
  const boxes = Object.entries(views).map(([view, words]) => {
    const box = element(document, "input", {type: "radio", name: "vue", value: view}) as HTMLInputElement;
    box.addEventListener("change", () => onChange({view: view as keyof typeof views}));
    return {box, label: element(document, "label", {}, box, words)};
  });
  const by = select(document, Object.fromEntries(facetIds.map((id) => [id, facets[id].by])));
  by.addEventListener("change", () => onChange({by: by.value as FacetId}));
  const measure = select(document, measures);
  measure.addEventListener("change", () => onChange({measure: measure.value as keyof typeof measures}));
  const ofChart = element(
    document,
    "span",
    {class: "chart-choices"},
    element(document, "label", {}, "Mesure ", measure),
    element(document, "label", {}, "par ", by)
  );
  const save = element(document, "button", {type: "button", class: "button"}, "CSV de ce qui est montré");
  save.addEventListener("click", onSave);
  return {
    element: element(
      document,
      "fieldset",
      {class: "views"},
      element(document, "legend", {class: "visually-hidden"}, "Vue"),
      ...boxes.map(({label}) => label),
      ofChart,
      save
    ),
    show: (state) => {
      for (const {box} of boxes) box.checked = box.value === state.view;
      by.value = state.by;
      measure.value = state.measure;
      ofChart.hidden = state.view !== "graphique";
    }
  };
}

function select(document: Document, options: Readonly<Record<string, string>>): HTMLSelectElement {
  const made = Object.entries(options).map(([value, words]) => element(document, "option", {value}, words));
  return element(document, "select", {}, ...made) as HTMLSelectElement;
}
