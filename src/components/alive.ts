/*
 * Loaded on every page. It stays a few kB: charts, Arrow and indicators are only imported when a reader touches a
 * figure, or in the preview, where figures are not pre-rendered.
 */
import type {FigureNumbers} from "./figure.js";

const root = new URL("../../", import.meta.url);
/** Framework's preview serves modules without a hash, and data below `_file`. */
const isPreview = !/\.[0-9a-f]{8}\.js$/.test(new URL(import.meta.url).pathname);
const data = new URL(isPreview ? "_file/data/" : "data/", root);

/** Brings every figure of the page to life. Safe to call again: a figure is only wired once. */
export function wake(document: Document): void {
  for (const host of document.querySelectorAll<HTMLElement>("figure[data-figure]:not([data-awake])")) {
    host.dataset.awake = "";
    if (isPreview && host.childElementCount === 0) void prepare(host);
    else wire(host);
  }
}

async function prepare(host: HTMLElement): Promise<void> {
  try {
    const {fill} = await import("./recompute.js");
    await fill(host, {data, root: root.href});
    wire(host);
  } catch (error) {
    const note = host.ownerDocument.createElement("p");
    note.className = "figure-empty";
    note.textContent = `La figure ne peut pas être dessinée. Lancez « npm run data », puis rechargez. (${messageOf(error)})`;
    host.replaceChildren(note);
  }
}

function wire(host: HTMLElement): void {
  const carried = host.querySelector<HTMLElement>(".figure-numbers")?.dataset.numbers;
  const numbers = carried ? (JSON.parse(carried) as FigureNumbers) : null;
  if (!numbers) return;
  const button = host.querySelector<HTMLButtonElement>("button.figure-recompute");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => void run(host, button, numbers));
  }
  const chart = host.querySelector(".figure-chart");
  const enliven = () => void import("./redraw.js").then((module) => module.enliven(host, numbers)).catch(() => {});
  chart?.addEventListener("pointerenter", enliven, {once: true});
  host.addEventListener("focusin", enliven, {once: true});
}

async function run(host: HTMLElement, button: HTMLButtonElement, numbers: FigureNumbers): Promise<void> {
  const result = host.querySelector(".figure-result");
  button.disabled = true;
  if (result) result.textContent = "Calcul en cours…";
  try {
    const {recompute} = await import("./recompute.js");
    await recompute(host, numbers, {data});
  } catch (error) {
    if (result)
      result.textContent = `Le calcul n’a pas abouti : ${messageOf(error)} Vérifiez votre connexion puis réessayez ; les nombres de la page restent ceux de sa construction.`;
  } finally {
    button.disabled = false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

wake(document);
if (isPreview) new MutationObserver(() => wake(document)).observe(document.body, {childList: true, subtree: true});
