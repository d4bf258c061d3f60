import sources from "../catalogue/index.js";
import type {Report, ReportInput} from "../lib/report.js";
import type {TableName} from "../lib/schema.js";
import type {FigureState} from "./state.js";

/** A file that a build read. */
export type ReadFile = ReportInput & {dataset: string; sha256: string};

/** Data sets of the tables that do not come from procurement files. */
const others: readonly {tables: RegExp; datasets: RegExp}[] = [
  {tables: /^night_count$/, datasets: /^nuit-(solidarite|ruptures|jeu-ouvert)$/},
  {tables: /^night_count_place$/, datasets: /^nuit-(lieux|solidarite)$/},
  {tables: /^night_count_area$/, datasets: /^nuit-arrondissements$/},
  {tables: /^night_count_profile$/, datasets: /^nuit-profils$/},
  {tables: /^night_figure$/, datasets: /^nuit-chiffres$/},
  {tables: /^shelter$/, datasets: /^hebergement$/},
  {tables: /^fabrique_figure$/, datasets: /^fabrique-solidarite$/},
  {tables: /^$/, datasets: /^jeux-ouverts$/},
  {tables: /^(emission|climate_|carbon_|mobilisation$)/, datasets: /^(emissions|objectifs|climat)/},
  {tables: /^target$/, datasets: /^objectifs/},
  {tables: /^equivalence$/, datasets: /^equivalences$/},
  {tables: /^commitment_/, datasets: /^engagements$/},
  {
    tables: /^(college|mandate|session|proposal|step|ballot_total|objection|presentation|review)$/,
    datasets: /^agora/
  }
];

/** The files from which a build made these tables, in the order in which it read them. */
export function filesOf({inputs}: Report, names: readonly TableName[]): ReadFile[] {
  return inputs.filter(
    (input): input is ReadFile =>
      input.dataset !== null && input.sha256 !== null && names.some((name) => isFrom(name, input.dataset ?? ""))
  );
}

/** The tables that a figure and its indicators read. */
export function tablesBehind({figure}: Pick<FigureState<any>, "figure">): TableName[] {
  return [...new Set([...figure.tables, ...figure.indicators.map(({needs}) => needs as TableName)])];
}

/** The licences of the files behind a figure, each once; that of this repository where its sample is shown. */
export function licencesOf(state: FigureState<any>): string[] {
  const files = filesOf(state.report, tablesBehind(state));
  const licences = files.map(({dataset, is_fictional}) =>
    is_fictional ? "ISC (données fictives)" : (sources.find(({id}) => id === dataset)?.licence ?? "")
  );
  return [...new Set(licences)].filter(Boolean);
}

function isFrom(name: TableName, dataset: string): boolean {
  const alone = sources.find(({tables}) => tables?.includes(name));
  if (alone) return alone.id === dataset;
  if (sources.some(({id, tables}) => id === dataset && tables)) return false;
  const own = others.find(({tables}) => tables.test(name));
  return own ? own.datasets.test(dataset) : !others.some(({datasets}) => datasets.test(dataset));
}
