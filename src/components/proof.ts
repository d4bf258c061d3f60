import {formatCount, formatDate} from "../lib/format.js";
import type {AnyIndicator} from "../lib/indicator.js";
import type {Report} from "../lib/report.js";
import {tables, type TableName} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {formatValueExact} from "../lib/units.js";
import {button, element} from "./element.js";
import {filesOf, tablesBehind} from "./provenance.js";
import {nameOf, type FigureState, type PublishedMeasure} from "./state.js";

/** Files that are named one by one; a build may read hundreds. */
const filesShown = 12;

interface Place {
  document: Document;
  root: string;
}

/**
 * *Prouver ce chiffre*: for each indicator of a figure its value, formula, reference, version and rows, then the source
 * files. It needs no JavaScript, save for the buttons that make files of the rows: they are hidden until the page wakes.
 */
export function proof<D>(state: FigureState<D>, {document, root}: Place): Element {
  const {figure, report} = state;
  return element(
    document,
    "details",
    {class: "figure-proof"},
    element(document, "summary", {}, "Prouver ce chiffre"),
    ...figure.indicators.map((indicator, i) => part(indicator, state, state.measures[i], {document, root})),
    filesInWords(report, tablesBehind(state), {document, root})
  );
}

function part<D>(
  indicator: AnyIndicator,
  {figure, isDeclared}: FigureState<D>,
  measure: PublishedMeasure | undefined,
  {document, root}: Place
): Element {
  const text = (words: string) => document.createTextNode(typeset(words));
  const link = (href: string, words: string) => element(document, "a", {href}, typeset(words));
  const line = (name: string, ...words: Node[]) =>
    element(document, "div", {}, element(document, "dt", {}, name), element(document, "dd", {}, ...words));
  const name = indicator.needs as TableName;
  const declared = isDeclared ? ", lue sans corrections" : "";
  const own = figure.slice ? " ; seules comptent les lignes du choix que montre cette figure" : "";
  return element(
    document,
    "div",
    {class: "proof-part"},
    element(document, "p", {class: "proof-name"}, typeset(nameOf(indicator, isDeclared))),
    element(
      document,
      "dl",
      {class: "figure-notes"},
      line("Valeur publiée", text(measure?.value == null ? "aucune" : formatValueExact(measure.value, indicator.unit))),
      line("Formule", text(indicator.formula)),
      line("Référence", text(indicator.reference)),
      line(
        "Version",
        text(`${indicator.version} (`),
        link(`${root}methode/${indicator.id}`, "méthode, exemple à refaire, limites"),
        text(" ; "),
        link(`${root}journal`, "journal des versions"),
        text(")")
      ),
      line("Lignes", text(measure ? rowsInWords(indicator, measure) : "non comptées")),
      line(
        "Table lue",
        element(document, "a", {href: `${root}data/${name}.arrow`, download: "", rel: "external"}, `${name}.arrow`),
        text(`, une ligne par ${tables[name].grain.replace(/^une? /, "")}${declared}${own}`)
      )
    ),
    element(
      document,
      "p",
      {class: "proof-buttons"},
      button(document, "Lignes utilisées (CSV)", {"data-act": "used", "data-indicator": indicator.id}),
      button(document, "Lignes écartées (CSV)", {"data-act": "left-out", "data-indicator": indicator.id})
    )
  );
}

/** How many rows gave a value, how many were left out, and why. */
function rowsInWords(indicator: AnyIndicator, {used, leftOut}: PublishedMeasure): string {
  const reasons = Object.entries(leftOut).filter(([, count]) => count > 0);
  const left = reasons.reduce((sum, [, count]) => sum + count, 0);
  const told = reasons.map(([key, count]) => `${formatCount(count)}, ${indicator.excludes[key]}`).join(" ; ");
  const counts = `${formatCount(used)} ${used < 2 ? "utilisée" : "utilisées"}, ${formatCount(left)} ${left < 2 ? "écartée" : "écartées"}`;
  return left === 0 ? counts : `${counts} : ${told}`;
}

/** The source files of some tables, with the date on which they were read and their fingerprints. */
export function filesInWords(report: Report, names: readonly TableName[], {document, root}: Place): Element {
  const files = filesOf(report, names);
  const items = files
    .slice(0, filesShown)
    .map(({path, sha256}) =>
      element(document, "li", {}, shortName(path, files), typeset(", sha256 "), element(document, "code", {}, sha256))
    );
  const rest = files.length - items.length;
  if (rest > 0)
    items.push(
      element(
        document,
        "li",
        {},
        element(document, "a", {href: `${root}methode/`}, `et ${formatCount(rest)} autres, sur la page Méthode`)
      )
    );
  return element(
    document,
    "div",
    {class: "proof-files"},
    element(document, "p", {}, typeset(`Fichiers d’origine, lus le ${formatDate(report.generated_at)} :`)),
    element(document, "ul", {}, ...items)
  );
}

/** The name of a file; with its folder, when others have the same name. */
function shortName(path: string, files: readonly {path: string}[]): string {
  const last = (one: string, count: number) => one.split("/").slice(-count).join("/");
  return last(path, files.filter((file) => last(file.path, 1) === last(path, 1)).length > 1 ? 2 : 1);
}
