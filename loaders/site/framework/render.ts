import process from "node:process";
import {footprintOf} from "../loop/files.js";
import {noPages, pagesStore, rawFolder, type PagesStore} from "../loop/kept.js";
import {readStore} from "../loop/store.js";
import {isSame, wholeInputs} from "../loop/whole.js";
import type {Rendered} from "./render-pages.js";

/**
 * Brings the raw site up to date, and says what was done as one line of JSON. Run by Node, in the folder of the project.
 * When nothing changed, Framework is not even loaded: that alone takes longer than all the rest.
 */
async function main(): Promise<Rendered> {
  const inputs = wholeInputs();
  const last = readStore<PagesStore>(pagesStore, noPages, () => undefined);
  if (isSame(last.inputs, inputs) && isSame(last.raw, footprintOf(rawFolder)))
    return {stale: [], pages: Object.keys(last.pages).length, ran: []};
  const {renderPages} = await import("./render-pages.js");
  return renderPages(inputs);
}

await main().then(
  (done) => {
    console.log(JSON.stringify(done));
    process.exit(0);
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
);
