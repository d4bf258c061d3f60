import type {Page, Request} from "playwright-core";

/** Longest time that a page may take to come to rest. */
const limitMilliseconds = 60_000;

/**
 * Notes the requests of a page from now on, and tells when it rests: when every request that it began has ended, none
 * began since, and its scripts have nothing left to do.
 *
 * @param options `quietMilliseconds`: how long that must last. `runsScripts`: whether the page has JavaScript; without it,
 * nothing called in the page ever answers.
 * @returns A function that waits for the next rest.
 * @throws {Error} From the wait, naming the requests that are still on their way after a minute.
 */
export function watchRest(page: Page, {quietMilliseconds = 300, runsScripts = true} = {}): () => Promise<void> {
  const onTheirWay = new Set<Request>();
  let changed = performance.now();
  const note = (change: () => void) => {
    change();
    changed = performance.now();
  };
  page.on("request", (request) => note(() => onTheirWay.add(request)));
  page.on("requestfinished", (request) => note(() => onTheirWay.delete(request)));
  page.on("requestfailed", (request) => note(() => onTheirWay.delete(request)));
  return async () => {
    const began = performance.now();
    changed = began;
    while (onTheirWay.size > 0 || performance.now() - changed < quietMilliseconds) {
      if (performance.now() - began > limitMilliseconds)
        throw new Error(
          `${page.url()} : repos attendu en ${limitMilliseconds / 1000} s, encore en route : ` +
            `${[...onTheirWay].map((request) => request.url()).join(", ") || "des requêtes nouvelles"}.`
        );
      await page.waitForTimeout(50);
      if (runsScripts) await page.evaluate(untilIdle);
    }
  };
}

/** Runs in the page. A busy page answers late, so that what it asks for when it has finished counts too. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), {timeout: 5_000}));
}
