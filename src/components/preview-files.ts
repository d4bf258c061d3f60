import {figureCsv, figureSvg} from "./downloads.js";
import type {FigureNumbers} from "./figure.js";
import {readReport} from "./marts.js";
import {figureOf} from "./redraw.js";
import {anchorOf, isDeclared, paramsOf, stateKey, type FigureState} from "./state.js";

/**
 * Gives a figure of the preview its files: those that a built site publishes beside its pages are made here, in the
 * browser, from what the figure shows.
 *
 * @param host The `<figure>`, filled.
 * @param numbers What it shows.
 * @param data Where the tables stand.
 */
export async function linkFiles(host: HTMLElement, numbers: FigureNumbers, data: URL): Promise<void> {
  const figure = figureOf(numbers.figure);
  const params = paramsOf(host);
  const state: FigureState = {
    key: stateKey(figure, params),
    anchor: anchorOf(figure, params),
    figure,
    params,
    report: await readReport(data),
    isDeclared: isDeclared(figure, params),
    data: numbers.data,
    measures: numbers.measures
  };
  for (const link of host.querySelectorAll<HTMLAnchorElement>("a[download]")) {
    const name = new URL(link.href).pathname.replace(/^.*\//, "");
    if (name === `${state.key}.csv`) point(link, figureCsv(state), {name, type: "text/csv"});
    else if (name === `${state.key}.svg`)
      point(link, figureSvg(state, host.ownerDocument) ?? "", {name, type: "image/svg+xml"});
  }
}

function point(link: HTMLAnchorElement, content: string, {name, type}: {name: string; type: string}): void {
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
}
