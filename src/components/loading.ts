import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";

/** Called while something loads, with the share that is there, from 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Loads something in sight of the reader: progress, then, when it fails, what is missing and a button to try again.
 *
 * @param host Its content is replaced while loading, and emptied in the end.
 * @param what What is loaded, as it stands after "Chargement : ".
 * @returns What `load` gives, after as many tries as the reader makes.
 */
export async function loadInSight<Loaded>(
  host: HTMLElement,
  what: string,
  load: (onProgress: OnProgress) => Promise<Loaded>
): Promise<Loaded> {
  const {ownerDocument: document} = host;
  for (;;) {
    const bar = element(document, "progress", {max: "1", "aria-label": `Chargement : ${what}`}) as HTMLProgressElement;
    const words = element(document, "p", {role: "status"}, typeset(`Chargement : ${what}…`));
    host.replaceChildren(element(document, "div", {class: "loading"}, words, bar));
    host.setAttribute("aria-busy", "true");
    try {
      const loaded = await load((share) => (bar.value = Math.min(1, share)));
      host.replaceChildren();
      return loaded;
    } catch (error) {
      await retryAsked(host, what, error);
    } finally {
      host.removeAttribute("aria-busy");
    }
  }
}

function retryAsked(host: HTMLElement, what: string, error: unknown): Promise<void> {
  const {ownerDocument: document} = host;
  const button = element(document, "button", {type: "button", class: "button"}, "Réessayer");
  const message = error instanceof Error ? error.message : String(error);
  host.replaceChildren(
    element(
      document,
      "div",
      {class: "loading-failed", role: "alert"},
      element(document, "p", {}, typeset(`Il manque : ${what}. ${message} Vérifiez votre connexion, puis réessayez.`)),
      button
    )
  );
  return new Promise((resolve) => button.addEventListener("click", () => resolve(), {once: true}));
}

/**
 * Reads a file of the site.
 *
 * @param size Its bytes, so that progress can be told; none is told when absent.
 * @throws {Error} When it is not there, or ends too soon.
 */
export async function fetchBytes(
  url: URL,
  {size, onProgress}: {size?: number; onProgress?: OnProgress} = {}
): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause) => {
    throw new Error(`${url.pathname} : le serveur ne répond pas.`, {cause});
  });
  if (!response.ok || !response.body)
    throw new Error(`${url.pathname} : attendu un fichier, reçu le code ${response.status}.`);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (size) onProgress?.(length / size);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
