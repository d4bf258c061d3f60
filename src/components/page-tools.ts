import {wirePrint} from "./annex.js";

/**
 * Gives a page what serves the whole of it: an annex when it is printed and, where it has figures and a table of contents,
 * a button that presents them to a room.
 *
 * @param main The `<main>` of the page.
 */
export function wirePage(main: HTMLElement): void {
  const {ownerDocument: document} = main;
  if (document.defaultView) wirePrint(main, document.defaultView);
  const contents = document.querySelector("#observablehq-toc");
  if (!contents || !main.querySelector("figure[data-figure]")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "present";
  button.textContent = "Présenter cette page";
  button.addEventListener("click", () => void import("./slides.js").then(({present}) => present(document)));
  contents.append(button);
}
