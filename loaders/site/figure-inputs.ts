import {existsSync} from "node:fs";
import {tablesOf, type Params} from "../../src/components/state.js";
import type {Figure} from "../../src/lib/figure.js";
import {hashOf, type Fingerprints} from "./loop/fingerprints.js";
import type {Inputs} from "./loop/inputs.js";

/** Style sheets of the light page of a figure. */
export const embedSheets = ["tokens", "figure", "embed"].map((name) => `src/theme/${name}.css`);

/** The program that finishes pages and figures. */
export const finishingProgram = "loaders/site/finish.ts";

/** Fingerprint of what finishes every page and every figure. */
export function finishingCode(prints: Fingerprints): string {
  const files = [...embedSheets, "package-lock.json"].map((file) => prints.of(`file:${file}`));
  return hashOf([prints.program(finishingProgram), ...files].join());
}

/**
 * What a figure is made of in the state that its attributes ask for: its program, the report and its tables.
 *
 * @param options `data`: the folder of the data build.
 */
export function figureInputs(
  figure: Figure,
  params: Params,
  {prints, data}: {prints: Fingerprints; data: string}
): Inputs {
  return Object.fromEntries([
    [`figure:${figure.id}`, prints.program(programOf(figure))],
    ["output:report.json", prints.of(`file:${data}/report.json`)],
    ...tablesOf(figure, params).map((table) => [`table:${table}`, prints.of(`file:${data}/marts/${table}.arrow`)])
  ]);
}

/** The module that draws a figure: it has its name; those of human indicators come out of one. */
export function programOf({id}: Pick<Figure, "id">): string {
  const own = `src/figures/${id}.ts`;
  return existsSync(own) ? own : "src/figures/human.ts";
}
