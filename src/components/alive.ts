/*
 * Loaded on every page. It stays a few kB: charts, Arrow and indicators are only imported when a reader touches a
 * figure, or in the preview, where figures are not pre-rendered.
 */
import type {FigureNumbers} from "./figure.js";

const root = new URL("../../", import.meta.url);
/** Framework's preview serves modules without a hash, and data below `_file`. */
const isPreview = !/\.[0-9a-f]{8}\.js$/.test(new URL(import.meta.url).pathname);
const data = new URL(isPreview ? "_file/data/" : "data/", root);

/** Elements that are wired. Not an attribute: those of a figure say which state it shows. */
const awake = new WeakSet<HTMLElement>();

/** Brings every figure of the page to life. Safe to call again: a figure is only wired once. */
export function wake(document: Document): void {
  for (const host of sleepers(document, "figure[data-figure]")) {
    wire(host);
    if (isPreview && host.childElementCount === 0) {
      if (new URLSearchParams(location.search).get("corrections") === "sans") host.dataset.corrections = "sans";
      void prepare(host);
    } else showButtons(host);
  }
  for (const main of sleepers(document, "#observablehq-main"))
    void import("./page-tools.js").then(({wirePage}) => wirePage(main));
  if (isPreview)
    for (const link of sleepers<HTMLAnchorElement>(document, 'a[rel="external"]'))
      link.href = link.href.replace(new URL("data/", root).href, data.href);
  for (const host of sleepers(document, "[data-corrections-switch]"))
    void import("./switch.js").then(({wireSwitch}) => wireSwitch(host, {root, fill: prepare}));
  for (const host of sleepers(document, "[data-suppliers]"))
    void import("./supplier-search.js").then(({wireSupplierSearch}) => wireSupplierSearch(host, {root, data}));
  for (const host of sleepers(document, "[data-findings]"))
    void import("./findings-link.js").then(({wireFindings}) => wireFindings(host, {root, data}));
  for (const host of sleepers(document, "[data-opens]"))
    void import("./opener.js").then(({wireOpener}) => wireOpener(host, {root, data}));
}

function sleepers<E extends HTMLElement>(document: Document, selector: string): E[] {
  const found = [...document.querySelectorAll<E>(selector)].filter((host) => !awake.has(host));
  for (const host of found) awake.add(host);
  return found;
}

/** Fills a figure from the published tables, in the state that its attributes ask for. */
async function prepare(host: HTMLElement): Promise<void> {
  try {
    const {fill} = await import("./recompute.js");
    await fill(host, {data, root: root.href});
    const numbers = isPreview ? numbersOf(host) : null;
    if (numbers) await (await import("./preview-files.js")).linkFiles(host, numbers, data);
    showButtons(host);
  } catch (error) {
    const note = host.ownerDocument.createElement("p");
    note.className = "figure-empty";
    note.textContent = isPreview
      ? `La figure ne peut pas être dessinée. Lancez « npm run data », puis rechargez. (${messageOf(error)})`
      : `La figure ne peut pas être dessinée. Vérifiez votre connexion, puis rechargez la page. (${messageOf(error)})`;
    host.replaceChildren(note);
  }
}

/** The figure's content may be replaced at any time: its events are heard on the figure itself. */
function wire(host: HTMLElement): void {
  host.addEventListener("click", ({target}) => {
    const button = (target as Element).closest<HTMLButtonElement>("button[data-act]");
    if (button) void run(host, button);
  });
  const opened = ({target}: Event) => {
    if ((target as Element).matches(".figure-share"))
      void import("./acts.js").then(({writeAddresses}) => writeAddresses(host));
  };
  host.addEventListener("toggle", opened, true);
  host.addEventListener("pointerover", ({target}) => {
    if ((target as Element).closest(".figure-chart")) enliven(host);
  });
  host.addEventListener("focusin", () => enliven(host));
}

function showButtons(host: HTMLElement): void {
  for (const button of host.querySelectorAll<HTMLButtonElement>("button[data-act]")) button.hidden = false;
}

function numbersOf(host: HTMLElement): FigureNumbers | null {
  const carried = host.querySelector<HTMLElement>(".figure-numbers")?.dataset.numbers;
  return carried ? (JSON.parse(carried) as FigureNumbers) : null;
}

function enliven(host: HTMLElement): void {
  const chart = host.querySelector<HTMLElement>(".figure-chart:not([data-alive])");
  const numbers = chart && numbersOf(host);
  if (!numbers) return;
  chart.dataset.alive = "";
  void import("./redraw.js").then((module) => module.enliven(chart, numbers)).catch(() => {});
}

async function run(host: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const result = host.querySelector(".figure-result");
  const isRecomputing = button.dataset.act === "recompute";
  button.disabled = true;
  if (result) result.textContent = isRecomputing ? "Calcul en cours…" : "";
  try {
    const numbers = numbersOf(host);
    if (!isRecomputing) await (await import("./acts.js")).act(host, button, {root, data});
    else if (numbers) await (await import("./recompute.js")).recompute(host, numbers, {data});
  } catch (error) {
    const what = isRecomputing ? "Le calcul n’a pas abouti" : "Le fichier n’a pas pu être fait";
    if (result)
      result.textContent = `${what} : ${messageOf(error)} Vérifiez votre connexion puis réessayez ; les nombres de la page restent ceux de sa construction.`;
  } finally {
    button.disabled = false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

wake(document);
if (isPreview) new MutationObserver(() => wake(document)).observe(document.body, {childList: true, subtree: true});
