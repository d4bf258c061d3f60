import {element} from "./element.js";

/** Where a part stood, to be brought back. */
interface Moved {
  part: Element;
  mark: Comment;
}

/**
 * While the page is printed, moves the numbers and the proofs of its figures to an annex at its end, numbered: what is read
 * in a meeting comes first, what is checked afterwards comes last. Without JavaScript they follow each figure.
 *
 * @param main The `<main>` of the page.
 */
export function wirePrint(main: HTMLElement, view: Window): void {
  let moved: Moved[] = [];
  view.addEventListener("beforeprint", () => {
    if (moved.length === 0) moved = moveToAnnex(main);
  });
  view.addEventListener("afterprint", () => {
    bringBack(main, moved);
    moved = [];
  });
}

/** Moves them, and says in each figure where they are; a page without figures keeps its pages. */
export function moveToAnnex(main: HTMLElement): Moved[] {
  const document = main.ownerDocument;
  const figures = [...main.querySelectorAll("figure[data-figure]")].filter((figure) => partsOf(figure).length > 0);
  if (figures.length === 0) return [];
  const annex = element(
    document,
    "section",
    {class: "annex"},
    element(document, "h2", {}, "Annexe : nombres et preuves")
  );
  const moved = figures.flatMap((figure, i) => {
    const title = figure.querySelector(".figure-title")?.textContent ?? "";
    annex.append(element(document, "h3", {}, `${i + 1}. ${title}`));
    const parts = partsOf(figure).map((part) => {
      const mark = document.createComment("");
      part.replaceWith(mark);
      annex.append(part);
      return {part, mark};
    });
    figure.append(element(document, "p", {class: "annex-place"}, `Nombres et preuve : annexe, ${i + 1}.`));
    return parts;
  });
  main.append(annex);
  return moved;
}

/** Brings every part back to its place. */
export function bringBack(main: HTMLElement, moved: readonly Moved[]): void {
  for (const {part, mark} of moved) mark.replaceWith(part);
  for (const made of main.querySelectorAll(".annex, .annex-place")) made.remove();
}

function partsOf(figure: Element): Element[] {
  return [...figure.querySelectorAll(":scope > .figure-table, :scope > .figure-proof")];
}
