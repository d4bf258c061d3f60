import {drawChart} from "./drawing.js";
import {element} from "./element.js";
import type {FigureNumbers} from "./figure.js";
import {figureOf} from "./redraw.js";

/** Widths at which a chart is tried; the one that fills the screen best with the largest letters is shown. */
const triedWidths = [560, 704, 880, 1100, 1400];

/** A chart is never shown larger than so many times its drawing. */
const largestScale = 2.25;

/** Rows of a table that can be read from the last row of a room. */
const rowsShown = 8;

/** One screen: what stands on it, and the numbers of its chart, which is drawn when the size of its place is known. */
export interface Slide {
  section: string;
  content: HTMLElement;
  numbers: FigureNumbers | null;
}

/**
 * A page as screens for a projector: its title and what it says first, then each of its figures, as it stands now.
 *
 * @param main The `<main>` of the page.
 */
export function slidesOf(main: HTMLElement): Slide[] {
  const document = main.ownerDocument;
  const title = main.querySelector("h1")?.textContent ?? "";
  const lead = main.querySelector(":scope > p")?.textContent ?? "";
  const first = element(
    document,
    "div",
    {class: "slide-title"},
    document.querySelector(".banner")?.cloneNode(true),
    element(document, "h2", {}, title),
    element(document, "p", {}, lead)
  );
  const slides: Slide[] = [{section: "", content: first, numbers: null}];
  let section = title;
  for (const part of main.querySelectorAll<HTMLElement>("h2, figure[data-figure]")) {
    if (part.tagName === "H2") section = part.textContent ?? "";
    else if (part.querySelector(".figure-title") && !part.querySelector(":scope > .figure-empty"))
      slides.push(slideOf(part, section));
  }
  return slides;
}

function slideOf(figure: HTMLElement, section: string): Slide {
  const document = figure.ownerDocument;
  const copies = (selector: string) => [...figure.querySelectorAll(selector)].map((part) => part.cloneNode(true));
  const hasChart = figure.querySelector(".figure-chart > svg") !== null;
  const carried = figure.querySelector<HTMLElement>(".figure-numbers")?.dataset.numbers;
  const words = [...copies(":scope > .figure-sentence"), ...copies(":scope > .big-numbers")];
  const content = element(
    document,
    "div",
    {class: "slide-figure"},
    ...copies(":scope > figcaption"),
    element(
      document,
      "div",
      {class: "slide-body"},
      words.length > 0 ? element(document, "div", {class: "slide-words"}, ...words) : null,
      hasChart ? element(document, "div", {class: "slide-chart"}) : tableOf(figure)
    ),
    element(document, "p", {class: "slide-source"}, sourceOf(figure))
  );
  return {section, content, numbers: hasChart && carried ? (JSON.parse(carried) as FigureNumbers) : null};
}

function tableOf(figure: HTMLElement): HTMLElement | null {
  const table = figure.querySelector("table")?.cloneNode(true) as HTMLElement | undefined;
  if (!table) return null;
  const rest = [...table.querySelectorAll("tbody tr")].slice(rowsShown);
  for (const row of rest) row.remove();
  const {ownerDocument: document} = figure;
  const more = `Et ${rest.length} ${rest.length < 2 ? "ligne" : "lignes"} de plus, sur la page.`;
  return element(
    document,
    "div",
    {class: "slide-table"},
    table,
    rest.length > 0 ? element(document, "p", {}, more) : null
  );
}

/** How to read one value, then who says it and when it was read; the versions of the indicators stay on the page. */
function sourceOf(figure: HTMLElement): string {
  const note = (name: string) =>
    [...figure.querySelectorAll(":scope > .figure-notes > div")]
      .find((line) => line.querySelector("dt")?.textContent === name)
      ?.querySelector("dd")?.textContent ?? "";
  const source = note("Source").split("\u00a0·")[0]?.split(" · ")[0] ?? "";
  return [note("Lecture") && `Lecture\u00a0: ${note("Lecture")}`, source && `Source\u00a0: ${source}.`]
    .filter(Boolean)
    .join(" ");
}

/** The chart of a slide, drawn for its place: as wide or as tall as it is, with the largest letters. */
export function chartFor(
  {figure: id, data}: FigureNumbers,
  {document, width, height}: {document: Document; width: number; height: number}
): Element | null {
  const drawings = triedWidths.flatMap((tried) => {
    const svg = drawChart(figureOf(id), data, {document, width: tried});
    if (!svg) return [];
    cutToPanels(svg);
    const scale = Math.min(width / sizeOf(svg, "width"), height / sizeOf(svg, "height"));
    return [{svg, scale: Math.min(scale, largestScale)}];
  });
  // At the same size of letters, the wider drawing uses the screen better.
  return drawings.toSorted((a, b) => a.scale - b.scale).at(-1)?.svg ?? null;
}

/** Takes away the room that small charts side by side leave empty on their right. */
function cutToPanels(svg: Element): void {
  const panels = [...svg.children].filter((child) => child.tagName.toLowerCase() === "svg");
  const right = Math.max(0, ...panels.map((panel) => sizeOf(panel, "x") + sizeOf(panel, "width")));
  if (right === 0 || right >= sizeOf(svg, "width")) return;
  svg.setAttribute("width", String(right));
  svg.setAttribute("viewBox", `0 0 ${right} ${sizeOf(svg, "height")}`);
}

function sizeOf(svg: Element, side: "x" | "width" | "height"): number {
  return Number(svg.getAttribute(side));
}

/** Shows the page as a presentation, over the whole screen where the browser allows it, until the reader leaves. */
export function present(document: Document): void {
  const main = document.querySelector<HTMLElement>("#observablehq-main");
  if (!main) return;
  const slides = slidesOf(main);
  const stage = element(document, "section", {class: "slide", "aria-live": "polite", tabindex: "-1", autofocus: ""});
  const place = element(document, "span", {class: "slide-place"});
  const control = (words: string, act: () => void) => {
    const button = element(document, "button", {type: "button"}, words);
    button.addEventListener("click", act);
    return button;
  };
  let at = 0;
  const fit = (): void => {
    const {numbers} = slides[at] as Slide;
    const box = stage.querySelector<HTMLElement>(".slide-chart");
    if (!box || !numbers) return;
    box.replaceChildren();
    const chart = chartFor(numbers, {document, width: box.clientWidth, height: box.clientHeight});
    if (chart) box.replaceChildren(chart);
  };
  const show = (next: number): void => {
    at = Math.max(0, Math.min(slides.length - 1, next));
    const {section, content} = slides[at] as Slide;
    stage.replaceChildren(element(document, "p", {class: "slide-section"}, section), content);
    place.textContent = `${at + 1} / ${slides.length}`;
    fit();
  };
  const dialog = element(
    document,
    "dialog",
    {class: "slides", "aria-label": "Présentation"},
    stage,
    element(
      document,
      "nav",
      {class: "slide-bar", "aria-label": "Vues"},
      control("Précédente", () => show(at - 1)),
      place,
      control("Suivante", () => show(at + 1)),
      control("Quitter", () => dialog.close())
    )
  ) as HTMLDialogElement;
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => show(at + 1),
    ArrowDown: () => show(at + 1),
    PageDown: () => show(at + 1),
    " ": () => show(at + 1),
    ArrowLeft: () => show(at - 1),
    ArrowUp: () => show(at - 1),
    PageUp: () => show(at - 1),
    Home: () => show(0),
    End: () => show(slides.length - 1)
  };
  dialog.addEventListener("keydown", (event) => {
    const isPress = event.key === " " && (event.target as HTMLElement).tagName === "BUTTON";
    const act = isPress ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const leftFullScreen = (): void => {
    if (!document.fullscreenElement) dialog.close();
  };
  const view = document.defaultView;
  view?.addEventListener("resize", fit);
  dialog.addEventListener("close", () => {
    view?.removeEventListener("resize", fit);
    document.removeEventListener("fullscreenchange", leftFullScreen);
    if (document.fullscreenElement) void document.exitFullscreen();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  show(0);
  // A browser may refuse: the presentation then fills the window.
  void dialog.requestFullscreen().then(
    () => document.addEventListener("fullscreenchange", leftFullScreen),
    () => undefined
  );
}
