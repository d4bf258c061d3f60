import {asksForExplorer} from "../lib/explore/state.js";
import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";
import type {Site} from "./site.js";

/**
 * Puts a tool into its place on a page. The explorer and the SQL panel, and their data, are only loaded when the reader
 * asks: a button, the first touch of the search field, or an address that holds filters. A card is loaded at once when its
 * address asks for one.
 *
 * @param host `data-opens` names the tool; its words, for a reader without JavaScript, are replaced.
 */
export function wireOpener(host: HTMLElement, site: Site): void {
  const open = openers[host.dataset.opens ?? ""];
  if (!open) throw new Error(`data-opens: expected ${Object.keys(openers).join(", ")}, got "${host.dataset.opens}".`);
  open(host, site);
}

const openers: Readonly<Record<string, (host: HTMLElement, site: Site) => void>> = {
  explorer: offerExplorer,
  sql: (host, site) =>
    offer(host, "Ouvrir le panneau SQL", () => import("./sql/panel.js").then(({openSql}) => openSql(host, site))),
  atelier: (host, site) =>
    start(host, () => import("./atelier/atelier.js").then(({openAtelier}) => openAtelier(host, site))),
  supplier: (host, site) =>
    openCard(host, site, ["supplier", "id"], () =>
      import("./cards/supplier.js").then(({openSupplier}) => openSupplier(host, site))
    ),
  contract: (host, site) =>
    openCard(host, site, ["contract", "uid"], () =>
      import("./cards/contract.js").then(({openContract}) => openContract(host, site))
    )
};

function openCard(
  host: HTMLElement,
  site: Site,
  [what, param]: readonly ["supplier" | "contract", string],
  open: () => Promise<void>
): void {
  if (new URLSearchParams(location.search).get(param)?.trim()) return start(host, open);
  start(host, async () => {
    const {nothingAsked} = await import("./cards/nothing-found.js");
    host.replaceChildren(nothingAsked(what, {document: host.ownerDocument, site}));
  });
}

function offerExplorer(host: HTMLElement, site: Site): void {
  const {ownerDocument: document} = host;
  const open = () => import("./explorer/explorer.js").then(({openExplorer}) => openExplorer(host, site));
  if (asksForExplorer(new URLSearchParams(location.search))) return start(host, open);
  const field = element(document, "input", {type: "search", autocomplete: "off"}) as HTMLInputElement;
  offer(host, "Ouvrir l’explorateur", open, element(document, "label", {}, "Chercher un objet ou un titulaire", field));
  field.addEventListener("focus", () => start(host, open), {once: true});
}

function offer(host: HTMLElement, words: string, open: () => Promise<void>, ...before: HTMLElement[]): void {
  const {ownerDocument: document} = host;
  const button = element(document, "button", {type: "button", class: "button"}, words);
  button.addEventListener("click", () => start(host, open), {once: true});
  const weight = host.dataset.weight;
  host.replaceChildren(...before, button, element(document, "p", {class: "hint"}, weight ? typeset(weight) : null));
}

function start(host: HTMLElement, open: () => Promise<void>): void {
  const {ownerDocument: document} = host;
  host.replaceChildren(element(document, "p", {role: "status"}, "Ouverture…"));
  open().catch((error: unknown) => {
    const button = element(document, "button", {type: "button", class: "button"}, "Réessayer");
    button.addEventListener("click", () => start(host, open), {once: true});
    const message = error instanceof Error ? error.message : String(error);
    const words = typeset(`Cet outil n’a pas pu s’ouvrir : ${message} Vérifiez votre connexion, puis réessayez.`);
    host.replaceChildren(
      element(document, "div", {class: "loading-failed", role: "alert"}, element(document, "p", {}, words), button)
    );
  });
}
