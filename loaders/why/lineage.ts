import {anchorOf, tablesOf} from "../../src/components/state.js";
import {humanFigureId} from "../../src/figures/human.js";
import type {Figure} from "../../src/lib/figure.js";
import {formatCount} from "../../src/lib/format.js";
import type {HumanIndicator} from "../../src/lib/human/indicator.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";
import type {TableName} from "../../src/lib/schema.js";
import {programOf} from "../site/figure-inputs.js";
import type {Project} from "./project.js";
import {shown, type Subject} from "./subjects.js";

/** A thing on the way of a datum, and what stands beyond it. */
export interface Branch {
  kind: "file" | "source" | "table" | "indicator" | "figure" | "page";
  name: string;
  /** What is known of it, in French. */
  facts: string[];
  /** True when its branches were given before, at its first mention. */
  isRepeated: boolean;
  branches: Branch[];
}

/** Follows the way of a datum from what was asked, each thing once. */
class Walk {
  readonly #seen = new Set<string>();

  constructor(readonly project: Project) {}

  branch(kind: Branch["kind"], name: string, facts: string[], branches: () => Branch[]): Branch {
    const key = `${kind} ${name}`;
    const isRepeated = this.#seen.has(key);
    this.#seen.add(key);
    const below = isRepeated ? [] : branches();
    return {kind, name, facts: isRepeated ? [] : facts, isRepeated, branches: below};
  }

  table(name: string, branches: () => Branch[]): Branch {
    const {makers, report} = this.project;
    const rows = report?.tables[name]?.rows;
    const facts = [
      ...(rows === undefined ? [] : [`${formatCount(rows)} ${rows < 2 ? "ligne" : "lignes"}`]),
      makers.get(name)?.program ?? ""
    ];
    return this.branch("table", name, facts.filter(Boolean), branches);
  }

  indicator({id, version, name}: AnyIndicator, branches: () => Branch[]): Branch {
    return this.branch("indicator", id, [`indicateur, version ${version}`, name], branches);
  }

  human(human: HumanIndicator, branches: () => Branch[]): Branch {
    return this.branch("indicator", human.id, [`indicateur humain, version ${human.version}`], branches);
  }

  figure(figure: Figure<any>, branches: () => Branch[]): Branch {
    return this.branch("figure", figure.id, [programOf(figure)], branches);
  }

  page(address: string, branches: () => Branch[], facts: string[] = []): Branch {
    const source = this.project.pages.pages[address]?.source;
    return this.branch("page", shown(address), source === undefined ? facts : [...facts, source], branches);
  }
}

/** What a thing is made of, down to the files of its sources. */
export function madeOf(subject: Subject, project: Project): Branch {
  const walk = new Walk(project);
  const table = (name: string): Branch =>
    walk.table(name, () => {
      const {tables = [], datasets = []} = project.makers.get(name) ?? {};
      return [...tables.map(table), ...filesOf(datasets, walk)];
    });
  const indicator = (one: AnyIndicator): Branch => walk.indicator(one, () => [table(one.needs as string)]);
  const human = (one: HumanIndicator): Branch =>
    walk.human(one, () => [
      ...project.indicators.filter(({id}) => id === one.measure).map(indicator),
      ...(one.equivalence === null ? [] : [table("equivalence")])
    ]);
  const figure = (one: Figure<any>, params = {}): Branch =>
    walk.figure(one, () => {
      const needed = new Set(one.indicators.map(({needs}) => needs as string));
      const others = tablesOf(one, params).filter((name) => !needed.has(name));
      return [...one.indicators.map(indicator), ...others.map(table)];
    });
  const page = (address: string): Branch =>
    walk.page(address, () => [
      ...shownOn(address, project).map(({figure: one, params}) => figure(one, params)),
      ...tablesReadBy(address, project).map(table)
    ]);
  return begin(subject, project, {table, page, figure, indicator, human});
}

/** What is made of a thing, up to the pages that show it. */
export function shownBy(subject: Subject, project: Project): Branch {
  const walk = new Walk(project);
  const {makers, figures, indicators, humanIndicators, pages} = project;
  const page = (address: string): Branch => walk.page(address, () => []);
  const figure = (one: Figure<any>): Branch =>
    walk.figure(one, () =>
      placesOf(one, project).map(({page, anchors}) => ({
        kind: "page",
        name: page,
        facts: anchors.map((anchor) => `#${anchor}`),
        isRepeated: false,
        branches: []
      }))
    );
  const human = (one: HumanIndicator): Branch =>
    walk.human(one, () => [
      ...figures.filter(({id}) => id === humanFigureId(one)).map(figure),
      ...[`/agora/indicateurs/${one.id}`].filter((address) => address in pages.pages).map(page)
    ]);
  const indicator = (one: AnyIndicator): Branch =>
    walk.indicator(one, () => [
      ...humanIndicators.filter(({measure}) => measure === one.id).map(human),
      ...figures.filter((figure) => figure.indicators.includes(one)).map(figure),
      ...[`/methode/${one.id}`].filter((address) => address in pages.pages).map(page)
    ]);
  const table = (name: string): Branch =>
    walk.table(name, () => [
      ...Array.from(makers)
        .filter(([, maker]) => maker.tables.includes(name))
        .map(([next]) => table(next)),
      ...indicators.filter(({needs}) => needs === name).map(indicator),
      ...figures.filter((one) => tablesOf(one, {}).includes(name as TableName) && !isBehind(name, one)).map(figure),
      ...Object.keys(pages.pages)
        .filter((address) => tablesReadBy(address, project).includes(name) && !isOneOfMany(address, project))
        .map(page)
    ]);
  return begin(subject, project, {table, page, figure, indicator, human});
}

/** How each kind of thing is followed. */
interface Ways {
  table: (name: string) => Branch;
  page: (address: string) => Branch;
  figure: (figure: Figure<any>) => Branch;
  indicator: (indicator: AnyIndicator) => Branch;
  human: (indicator: HumanIndicator) => Branch;
}

function begin({kind, name}: Subject, {figures, indicators, humanIndicators}: Project, ways: Ways): Branch {
  const isNamed = ({id}: {id: string}) => id === name;
  if (kind === "table") return ways.table(name);
  if (kind === "page") return ways.page(name);
  if (kind === "figure") return ways.figure(figures.find(isNamed) as Figure<any>);
  const technical = indicators.find(isNamed);
  return technical ? ways.indicator(technical) : ways.human(humanIndicators.find(isNamed) as HumanIndicator);
}

/** Figures on a page as it was built last, in their order. */
export function shownOn(
  address: string,
  {finished, figures}: Project
): {figure: Figure<any>; params: Readonly<Record<string, string>>}[] {
  return (finished.pages[`${address.slice(1)}.html`]?.shown ?? []).flatMap(({id, params}) => {
    const figure = figures.find((one) => one.id === id);
    return figure ? [{figure, params}] : [];
  });
}

/** Published tables that a page’s own program or its cells read. */
function tablesReadBy(address: string, {pages}: Project): string[] {
  const page = pages.pages[address];
  if (!page) return [];
  const names = [...Object.keys(pages.loaders[page.source]?.inputs ?? {}), ...Object.keys(page.inputs)];
  return names.flatMap((name) => /^(?:file:data\/build\/marts|output:\/data)\/(\w+)\.arrow$/.exec(name)?.[1] ?? []);
}

/** True for a page that a program makes among others: which tables it reads is only known of all of them together. */
function isOneOfMany(address: string, {pages}: Project): boolean {
  const source = pages.pages[address]?.source ?? "";
  return Object.keys(pages.loaders[source]?.outputs ?? {}).length > 1;
}

function isBehind(table: string, {indicators}: Figure<any>): boolean {
  return indicators.some(({needs}) => needs === table);
}

/** The pages on which a figure stands, with its anchors there when it has attributes. */
function placesOf(figure: Figure<any>, {finished}: Project): {page: string; anchors: string[]}[] {
  return Object.entries(finished.pages).flatMap(([path, {shown: list}]) => {
    const own = list.filter(({id}) => id === figure.id);
    const anchors = own.map(({params}) => anchorOf(figure, params)).filter((anchor) => anchor !== figure.id);
    return own.length === 0 ? [] : [{page: shown(`/${path.replace(/\.html$/, "")}`), anchors: [...new Set(anchors)]}];
  });
}

/** The files of data sets that the last build read; where it read none, the sources they would come from. */
function filesOf(datasets: readonly string[] | "every", walk: Walk): Branch[] {
  const {report, sources} = walk.project;
  const read = (report?.inputs ?? []).filter(
    ({dataset, ignored, failed}) =>
      dataset !== null && ignored === null && failed === null && (datasets === "every" || datasets.includes(dataset))
  );
  const sourceOf = (dataset: string) => sources.find(({id}) => id === dataset);
  if (read.length === 0 && datasets !== "every")
    return datasets.map((dataset) => {
      const source = sourceOf(dataset);
      const facts = [source?.licence ?? "", "aucun fichier lu"].filter(Boolean);
      return walk.branch("source", source?.name ?? dataset, facts, () => []);
    });
  return read.map(({path, sha256, dataset, records_read, rows_refused, is_fictional}) => {
    const source = sourceOf(dataset as string);
    const facts = [
      `sha256 ${sha256?.slice(0, 12)}`,
      `${formatCount(records_read)} ${records_read < 2 ? "ligne lue" : "lignes lues"}`,
      ...(rows_refused > 0 ? [`${formatCount(rows_refused)} ${rows_refused < 2 ? "refusée" : "refusées"}`] : []),
      ...(is_fictional ? ["exemple fictif"] : source ? [source.producer, source.licence] : [])
    ];
    return walk.branch("file", path, facts, () => []);
  });
}
