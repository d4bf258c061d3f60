import {join} from "node:path";
import type {Figure} from "../../src/lib/figure.js";
import {frameOf, sharedInputs} from "../site/framework/page-parts.js";
import {embedSheets, figureInputs, finishingCode, finishingProgram, programOf} from "../site/figure-inputs.js";
import {outputPath, sayStaleness, staleness} from "../site/loop/freshen.js";
import {absent, changesBetween, sayChange, sayInput, type Inputs} from "../site/loop/inputs.js";
import type {PageRecord} from "../site/loop/kept.js";
import {shownOn} from "./lineage.js";
import type {Project} from "./project.js";
import type {Subject} from "./subjects.js";

/** Whether a thing is as its sources are. */
export interface Verdict {
  /** `unknown`: it stands there, without a trace of what it was made of. */
  state: "fresh" | "stale" | "never" | "unknown";
  /** When it was made, ISO, UTC; null when it never was. */
  at: string | null;
  /** In French, each once, the nearest first; empty when fresh. */
  reasons: string[];
  /** What to type to have it made; empty when fresh. */
  commands: string[];
}

const root = "src";
const data = "data/build";
const build = "npm run build";

/** Says of a table, a figure, an indicator or a page whether it is fresh, and if not, what changed since. */
export function verdictOf({kind, name}: Subject, project: Project): Verdict {
  if (kind === "table") return tableVerdict(project);
  if (kind === "page") return siteVerdict(project, name in project.pages.pages, () => pageReasons(name, project));
  if (kind === "figure") {
    const figure = project.figures.find(({id}) => id === name) as Figure<any>;
    const pages = pagesWith(name, project);
    const isKnown = pages.length > 0 || Object.keys(project.finished.states).some((key) => key.startsWith(name));
    return siteVerdict(project, isKnown, () => [
      ...pages.flatMap(([, {inputs, shown: list}]) =>
        list.filter(({id}) => id === name).flatMap(({params}) => figureReasons(figure, params, inputs, project))
      ),
      ...finishingReasons(pages[0]?.[1].inputs.code, project)
    ]);
  }
  return siteVerdict(project, project.builtAt !== null, () => indicatorReasons(name, project));
}

/** The data are built as a whole: what one table is made of may be in any of the files that the build reads. */
function tableVerdict({report, data: last, dataNow}: Project): Verdict {
  const again = commandOf("npm run data", last.request.from);
  if (report === null) return {state: "never", at: null, reasons: [], commands: ["npm run data"]};
  const at = report.generated_at;
  if (last.report !== at) return {state: "unknown", at, reasons: [], commands: [again]};
  const reasons = changesBetween(last.inputs, dataNow).map(sayChange);
  return {state: reasons.length > 0 ? "stale" : "fresh", at, reasons, commands: reasons.length > 0 ? [again] : []};
}

/** A thing of the site, behind which stand the tables. */
function siteVerdict(project: Project, isBuilt: boolean, reasonsOf: () => string[]): Verdict {
  const tables = tableVerdict(project);
  if (!isBuilt || project.builtAt === null)
    return {state: "never", at: null, reasons: [], commands: [...tables.commands, build]};
  const behind = tables.state === "fresh" ? [] : [sayTables(tables)];
  const reasons = [...new Set([...reasonsOf(), ...behind])];
  if (reasons.length === 0) return {state: "fresh", at: project.builtAt, reasons, commands: []};
  return {state: "stale", at: project.builtAt, reasons, commands: [...tables.commands, build]};
}

function sayTables({state, reasons: [first, ...others]}: Verdict): string {
  if (state === "never") return "les tables ne sont pas préparées";
  if (first === undefined) return "nul ne sait de quoi les tables sont faites";
  return `les tables sont à refaire : ${first}${others.length > 0 ? ` (et ${others.length} autre${others.length > 1 ? "s" : ""})` : ""}`;
}

function pageReasons(address: string, project: Project): string[] {
  const {pages, finished, exists} = project;
  const page = pages.pages[address];
  if (!page) return [];
  const path = `${address.slice(1)}.html`;
  const isMade = page.source in pages.loaders;
  const own = [
    ...(isMade ? loaderReasons(page.source, [`${address.slice(1)}.md`], project) : []),
    ...changedFiles(["observablehq.config.ts"], project),
    ...changesBetween(page.inputs, pageInputs(address, page, project)).flatMap((change) => {
      if (change.name === "styles")
        return changedOr(
          project.files.filter((file) => file.endsWith(".css")),
          "styles",
          project
        );
      if (change.name !== "source") return [sayChange(change)];
      return isMade ? [] : [sayChange({...change, name: `file:${page.source}`})];
    }),
    ...Object.keys(page.inputs).flatMap((name) => outputReasons(name, project)),
    ...shownOn(address, project).flatMap(({figure, params}) =>
      figureReasons(figure, params, finished.pages[path]?.inputs ?? {}, project)
    ),
    ...finishingReasons(finished.pages[path]?.inputs.code, project),
    ...(exists(`dist/${path}`) ? [] : [`le fichier dist/${path} n’est plus là`])
  ];
  const modules = Object.keys(page.inputs).flatMap((name) => {
    if (!name.startsWith("module:")) return [];
    const file = moduleFile(name.slice("module:".length), project);
    return programReasons(file, page.inputs[name], name, project)
      .filter((reason) => !own.includes(reason))
      .map((reason) => (reason.includes(` ${file} `) ? reason : `${reason} (chargé par ${file})`));
  });
  return [...own, ...modules];
}

/** What a page would be made of now, as far as it can be told without making it; its modules are told apart. */
function pageInputs(address: string, {inputs, source, ...meta}: PageRecord, project: Project): Inputs {
  const {prints, config, pages} = project;
  const {settings: _, ...shared} = sharedInputs({root}, prints);
  const text = source in pages.loaders ? outputPath(root, `${address.slice(1)}.md`) : source;
  const outputs = Object.keys(inputs).filter((name) => name.startsWith("output:"));
  return {
    ...inputs,
    ...shared,
    frame: frameOf(config, address, meta),
    source: prints.of(`file:${text}`),
    ...Object.fromEntries(outputs.map((name) => [name, printOfOutput(name.slice("output:".length), project)]))
  };
}

/** Why the outputs of a loader would be made again. */
function loaderReasons(source: string, targets: readonly string[], {pages, prints, config}: Project): string[] {
  const record = pages.loaders[source] ?? null;
  const [, extension = ""] = /(\.\w+)$/.exec(source) ?? [];
  const command = config.interpreters[extension] ?? [];
  const stale = staleness({path: source, command, runs: new Map(targets.map((target) => [target, []]))}, record, {
    root,
    prints
  });
  if (stale === null) return [];
  return stale.changes.length > 0 ? stale.changes.map(sayChange) : [sayStaleness(stale)];
}

/** Why a file that a page attaches would be made again. */
function outputReasons(name: string, project: Project): string[] {
  const [, target] = /^output:\/(.+)$/.exec(name) ?? [];
  const source = Object.entries(project.pages.loaders).find(
    ([, {outputs}]) => target !== undefined && target in outputs
  );
  if (target === undefined || !source) return [];
  const [, table] = /^data\/(\w+)\.arrow$/.exec(target) ?? [];
  // One program gives all the tables: that another one changed is nothing to this page.
  const others = /^le fichier data\/build\/marts\/(\w+)\.arrow /;
  return loaderReasons(source[0], [target], project).filter((reason) => {
    const other = others.exec(reason)?.[1];
    return other === undefined || other === table;
  });
}

function printOfOutput(path: string, {prints, exists}: Project): string {
  const own = join(root, path);
  return prints.of(`file:${exists(own) ? own : outputPath(root, path.slice(1))}`);
}

function figureReasons(
  figure: Figure<any>,
  params: Readonly<Record<string, string>>,
  last: Readonly<Record<string, string>>,
  project: Project
): string[] {
  const {prints} = project;
  return Object.entries(figureInputs(figure, params, {prints, data})).flatMap(([name, now]) => {
    if (last[name] === now) return [];
    if (name.startsWith("figure:")) return programReasons(programOf(figure), last[name], name, project);
    return [...new Set(changesBetween({[name]: last[name] ?? absent}, {[name]: now}).map(sayChange))];
  });
}

function finishingReasons(last: string | undefined, project: Project): string[] {
  if (last === undefined || last === finishingCode(project.prints)) return [];
  return changedOr([...project.prints.graph(finishingProgram).files, ...embedSheets], "code", project);
}

function indicatorReasons(id: string, project: Project): string[] {
  const human = project.humanIndicators.some((one) => one.id === id);
  const measured = project.humanIndicators.find((one) => one.id === id)?.measure;
  const files = [human ? `src/indicators/human/${id}.ts` : "", `src/indicators/${measured ?? id}.ts`].filter(Boolean);
  return changedFiles(
    files.flatMap((file) => project.prints.graph(file).files),
    project
  );
}

/** What changed of a program and of all that it imports; nothing when it is as it was. */
function programReasons(file: string, last: string | undefined, name: string, project: Project): string[] {
  if (project.prints.program(file) === last) return [];
  return changedOr(project.prints.graph(file).files, name, project);
}

/** The files that changed; what they are part of, when none of them is known from the last build. */
function changedOr(files: readonly string[], name: string, project: Project): string[] {
  const changed = changedFiles(files, project);
  return changed.length > 0 ? changed : [`${sayInput(name)} a changé`];
}

function changedFiles(files: readonly string[], {site, prints}: Project): string[] {
  const names = [...new Set(files)].map((file) => `file:${file}`).filter((name) => name in site.inputs);
  const before = Object.fromEntries(names.map((name) => [name, site.inputs[name] as string]));
  return changesBetween(before, prints.all(names)).map(sayChange);
}

function moduleFile(path: string, {exists}: Project): string {
  const own = join(root, path);
  return [own, own.replace(/\.js$/, ".ts")].find(exists) ?? own;
}

function pagesWith(id: string, {finished}: Project) {
  return Object.entries(finished.pages).filter(([, page]) => page.shown.some((one) => one.id === id));
}

/** The command that builds the same data again. */
function commandOf(command: string, from: readonly string[]): string {
  const given = from.filter((value) => value !== "embedded").map((value) => ` --from ${value}`);
  return given.length > 0 ? `${command} --${given.join("")}` : command;
}
