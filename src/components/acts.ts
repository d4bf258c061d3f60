import {pngOf} from "./picture.js";
import type {RowsKind} from "./proof-rows.js";

/** Where the site and its data stand. */
export interface SiteAddress {
  root: URL;
  /** `<site>/data/`. */
  data: URL;
}

/**
 * Does what a button of a figure says (`data-act`): save the rows behind a number, save the picture, copy a text.
 *
 * @param host The `<figure>`.
 * @throws {Error} When a file is missing or the browser refuses; the message is for the reader.
 */
export async function act(host: HTMLElement, button: HTMLButtonElement, site: SiteAddress): Promise<void> {
  const kind = button.dataset.act;
  if (kind === "png") await savePicture(host, site);
  else if (kind === "copy") await copy(button);
  else await saveRows(kind as RowsKind, host, button.dataset.indicator ?? "", site);
}

/** Writes the full addresses of the page and of its embed where the built page could only write relative ones. */
export function writeAddresses(host: HTMLElement): void {
  for (const place of host.querySelectorAll<HTMLElement>("[data-address]")) {
    const page = location.href.replace(/[?#].*$/, "");
    const {href} = new URL(place.dataset.address ?? "", page);
    place.textContent = href;
    if (place instanceof HTMLAnchorElement) place.href = href;
  }
}

async function saveRows(kind: RowsKind, host: HTMLElement, id: string, {data}: SiteAddress): Promise<void> {
  const [{figureOf}, {proofCsv, readView}, {paramsOf, stateKey}] = await Promise.all([
    import("./redraw.js"),
    import("./proof-rows.js"),
    import("./state.js")
  ]);
  const figure = figureOf(host.dataset.figure ?? "");
  const params = paramsOf(host);
  const indicator = figure.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`${figure.id} : un de ses indicateurs est attendu, reçu « ${id} ».`);
  const {view} = await readView(figure, params, data);
  const name = `${stateKey(figure, params)}-${id}-lignes-${kind === "used" ? "utilisees" : "ecartees"}.csv`;
  save(new Blob([proofCsv(kind, indicator, {figure, params, view})], {type: "text/csv"}), name);
}

async function savePicture(host: HTMLElement, {data}: SiteAddress): Promise<void> {
  const link = host.querySelector<HTMLAnchorElement>("a.figure-picture");
  const svg = link?.href ?? "";
  const font = new URL("../theme/fonts/source-sans-3-latin-wght-normal.woff2", data);
  save(await pngOf(new URL(svg), font), (link?.download || svg).replace(/^.*\/|\.svg$/g, "") + ".png");
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copies the text beside the button. A page without https may not: the text is then selected for the reader's keyboard. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.parentElement?.querySelector<HTMLElement>(".share-text");
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    button.textContent = "Copié";
  } catch {
    getSelection()?.selectAllChildren(text);
    button.textContent = "Texte sélectionné : copiez-le (Ctrl + C)";
  }
}
