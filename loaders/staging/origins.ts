import rules from "../../src/catalogue/rules/index.js";
import {agoraTableNames} from "./agora/register.js";
import references from "./references.js";
import {solidarityStages} from "./solidarity-stages.js";

/** A table of the shaping that no file of SQL makes: the program that does, and what it makes it of. */
export interface Origin {
  /** Path from the root of the project. */
  program: string;
  /** Data sets whose files it reads, as in the catalogue; `every` for the list of all files that were read. */
  datasets: readonly string[] | "every";
  /** Other tables that it reads. */
  tables: readonly string[];
  /** True when each row has a `source_id`, so that the rows of each file are counted from it. */
  isCounted: boolean;
}

const procurement = ["decp", "decp-tabular", "liste-paris", "ocds"];

/** True for a data set whose records declare contracts. */
export function isProcurement(dataset: string | null): boolean {
  return dataset !== null && procurement.includes(dataset);
}

function from(program: string, datasets: readonly string[], {isCounted = false} = {}): Origin {
  return {program: `loaders/${program}.ts`, datasets, tables: [], isCounted};
}

function of(program: string, tables: readonly string[]): Origin {
  return {program: `loaders/${program}.ts`, datasets: [], tables, isCounted: false};
}

const counted = {isCounted: true};

/** What tables of the register hold beyond what its years say. */
const alsoOfTheAgora: Readonly<Record<string, readonly string[]>> = {
  college: ["agora-colleges"],
  ballot_total: ["agora-votes"]
};

/** Every table that a program stages or computes, by name. Which data sets the rows come from is checked at each build. */
export const origins: Readonly<Record<string, Origin>> = {
  staged_contract: from("staging/contract", procurement, counted),
  staged_holder: from("staging/holder", procurement),
  staged_modification: from("staging/modification", procurement),
  staged_subcontract: from("staging/subcontract", procurement),
  staged_mark: from("staging/mark", procurement),
  completeness_counted: from("staging/completeness", procurement),
  refused: from("shaping", procurement),
  input_datasets: from("staging/procurement", procurement),
  contracts_renamed: of("staging/procurement", ["staged_contract", "contracts_linked"]),
  ...Object.fromEntries(
    solidarityStages.map(({name, dataset}) => [name, from("staging/solidarity", [dataset], counted)])
  ),
  ...Object.fromEntries(references.map(({name, dataset}) => [name, from("staging/references", [dataset], counted)])),
  staged_emission: from("staging/climate", ["emissions-ges"], counted),
  staged_target: from("staging/climate", ["objectifs-climat"], counted),
  staged_climate_series: from(
    "staging/climate-tables",
    ["climat-energie", "climat-mobilite", "climat-air", "climat-series"],
    counted
  ),
  staged_carbon_budget: from("staging/climate-tables", ["climat-budget"], counted),
  staged_mobilisation: from("staging/climate-tables", ["climat-mobilisation"], counted),
  staged_climate_action: from("staging/climate-tables", ["climat-actions"], counted),
  staged_equivalence: from("staging/climate-tables", ["equivalences"], counted),
  staged_commitment: from("staging/commitment", ["engagements"], counted),
  ...Object.fromEntries(
    agoraTableNames.map((name) => [
      `staged_${name}`,
      from("staging/agora/register", ["agora", ...(alsoOfTheAgora[name] ?? [])], counted)
    ])
  ),
  staged_cpv: from("staging/cpv-list", ["cpv"], counted),
  staged_sirene: from("staging/sirene", ["sirene"]),
  legal_forms: of("staging/sirene", ["staged_sirene"]),
  size_bands: of("staging/sirene", ["staged_sirene"]),
  register_places: of("staging/sirene", ["staged_sirene"]),
  findings: of(
    "findings",
    rules.map(({id}) => `rules/${id}`)
  ),
  source_files: {program: "loaders/shaping.ts", datasets: "every", tables: [], isCounted: false}
};

/**
 * Checks that a staged table holds rows of its declared data sets alone.
 *
 * @param dataset That of a file whose rows it holds; null when the file is not known.
 * @throws {Error} When it is not declared: what is said of where a figure comes from would be wrong.
 */
export function checkOrigin(table: string, dataset: string | null): void {
  const datasets = origins[table]?.datasets ?? [];
  if (dataset === null || datasets === "every" || datasets.includes(dataset)) return;
  throw new Error(
    `${table}: expected rows of ${datasets.join(", ") || "no file"}, got some of "${dataset}". ` +
      "Declare it in loaders/staging/origins.ts."
  );
}
