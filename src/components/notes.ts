import {declaredScope} from "../lib/corrections.js";
import {formatDate, formatRatio} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import type {TableName} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";
import {nameOf, type FigureState, type PublishedMeasure} from "./state.js";

const procurement: readonly TableName[] = [
  "contract",
  "award",
  "award_supplier",
  "modification",
  "supplier",
  "finding",
  "contract_source",
  "subcontract",
  "buyer",
  "completeness",
  "coverage"
];

/** *Lecture*, *Champ*, *À savoir* and *Source* of a figure, as a list of definitions. */
export function notes<D>(
  {figure, data, measures, report, isDeclared}: FigureState<D>,
  {document, root, isEmpty}: {document: Document; root: string; isEmpty: boolean}
): Element {
  const line = (name: string, ...children: (Node | string)[]) =>
    element(
      document,
      "div",
      {},
      element(document, "dt", {}, name),
      element(document, "dd", {}, ...children.map((child) => (typeof child === "string" ? typeset(child) : child)))
    );
  const reserves = isEmpty ? [] : (figure.notes?.(data) ?? []);
  const sources = figure
    .source(data)
    .flatMap(({label, url}, i) => [
      ...(i > 0 ? [" ; "] : []),
      url ? element(document, "a", {href: url}, typeset(label)) : label
    ]);
  if (isFictional({figure, report})) sources.unshift(element(document, "strong", {}, "données fictives"), modelled);
  const methods = figure.indicators.flatMap((indicator, i) => [
    " · ",
    element(
      document,
      "a",
      {href: `${root}methode/${indicator.id}`},
      typeset(`${nameOf(indicator, isDeclared)}, version ${indicator.version}`)
    ),
    leftOutInWords(indicator, measures[i])
  ]);
  return element(
    document,
    "dl",
    {class: "figure-notes"},
    isEmpty ? null : line("Lecture", figure.reading(data)),
    line("Champ", isDeclared ? declaredScope : figure.scope(data)),
    reserves.length > 0
      ? line(
          "À savoir",
          element(document, "ul", {}, ...reserves.map((words) => element(document, "li", {}, typeset(words))))
        )
      : null,
    line("Source", ...sources, `, données lues le ${formatDate(report.generated_at)}`, ...methods)
  );
}

const modelled = ", sur le modèle de : ";

/** Whether the figure shows rows of the embedded, fictional sample. */
function isFictional({figure, report}: Pick<FigureState<any>, "figure" | "report">): boolean {
  return report.is_fictional && figure.tables.some((name) => procurement.includes(name));
}

/** The source line as plain text, for a picture and a citation: producers, and the date on which they were read. */
export function sourceInWords<D>(state: FigureState<D>): string {
  const {figure, data, report} = state;
  const labels = figure.source(data).map(({label}) => label);
  const fictional = isFictional(state) ? `données fictives${modelled}` : "";
  return typeset(`${fictional}${labels.join(" ; ")}, données lues le ${formatDate(report.generated_at)}`);
}

function leftOutInWords(indicator: AnyIndicator, published: PublishedMeasure | undefined): string {
  const counts = Object.entries(published?.leftOut ?? {}).filter(([, count]) => count > 0);
  const left = counts.reduce((total, [, count]) => total + count, 0);
  if (!published || left === 0) return ", aucune ligne écartée";
  const reasons = counts.map(([key]) => indicator.excludes[key]).join(" ; ");
  return `, ${formatRatio(left / (left + published.used))} des lignes écartées : ${reasons}`;
}
