import {openExplorer} from "../../src/components/explorer/explorer.js";
import type {BenchPage, Step} from "./explore-page.js";

/** The page of the house: the explorer itself, touched as a reader touches it. */
const page: BenchPage = {
  async load(host, bytes) {
    host.dataset.bytes = String(bytes);
    await openExplorer(host, {root: new URL("/", location.href), data: new URL("/data/", location.href)});
  },
  apply(step) {
    const {control, event} = touched(step);
    control.dispatchEvent(new Event(event, {bubbles: true}));
  }
};

/** Sets a control as the reader would; the event that follows is what is measured. */
function touched({facet, value, text, minEur}: Step): {control: HTMLElement; event: string} {
  const find = (selector: string) => document.querySelector(selector) as HTMLInputElement;
  if (facet !== undefined) {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
    const box = boxes.find((candidate) => candidate.value === value);
    if (!box) throw new Error(`banc : une case « ${value} » est attendue dans ${facet}, il n’y en a pas.`);
    box.checked = !box.checked;
    return {control: box, event: "change"};
  }
  const field = text === undefined ? find(".amounts input") : find('input[type="search"]');
  field.value = text ?? (minEur === null ? "" : String(minEur));
  return {control: field, event: "input"};
}

Object.assign(globalThis, {page});
