import {domainNames} from "../../src/lib/indicator.js";
import {tables, type Column, type TableName} from "../../src/lib/schema.js";
import type {Asker} from "./ask.js";
import {camel, quoted, withLine, type Scaffold} from "./scaffold.js";

/** How a column becomes a number. */
interface Computation {
  /** Columns that it can read. */
  types: readonly Column["type"][];
  unit: (column: string) => string;
  formula: (label: string) => string;
  /** Values of the example, and what they give: the lines that count. */
  values: (type: Column["type"]) => readonly [readonly unknown[], number];
  /** Body of `compute` over `rows`; `values` is the list of what the column holds. */
  body: (column: string, values: string) => string;
  /** What the file imports for it. */
  imports?: (column: string) => string;
}

const isMoney = (column: string) => column.endsWith("_eur");
const numbers: readonly Column["type"][] = ["integer", "number"];
const unitOfNumber = (column: string) => (isMoney(column) ? "eur" : "number");
const moneyImport = (column: string) => (isMoney(column) ? `import {sumEuros} from "../lib/money.js";\n` : "");
/** A sum that does not depend on the order of the rows: in cents, or from the smallest value to the largest. */
const sumOf = (column: string, values: string) =>
  isMoney(column)
    ? `sumEuros(${values})`
    : `${values}.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0)`;

const computations: Readonly<Record<string, Computation>> = {
  share: {
    types: ["boolean"],
    unit: () => "ratio",
    formula: (label) => `Nombre de lignes où « ${label} » est vrai, divisé par le nombre de lignes où cela est connu.`,
    values: () => [[true, false, true, false], 0.5],
    body: (column) => `share(rows, ({${column}}) => ${column} === true)`,
    imports: () => `import {share} from "../lib/metrics/rate.js";\n`
  },
  distinct: {
    types: ["text", "date", "integer"],
    unit: () => "count",
    formula: (label) => `Nombre de valeurs différentes de « ${label} », parmi les lignes qui en ont une.`,
    values: (type) => [
      {integer: [2, 2, 5], date: ["2024-03-01", "2024-03-01", "2025-06-30"]}[type as string] ?? ["a", "a", "b"],
      2
    ],
    body: (column) => `new Set(rows.map(({${column}}) => ${column})).size`
  },
  sum: {
    types: numbers,
    unit: unitOfNumber,
    formula: (label) => `Somme de « ${label} », sur les lignes qui en ont une valeur.`,
    values: () => [[10, 20, 60], 90],
    body: (column, values) => `rows.length === 0 ? null : ${sumOf(column, values)}`,
    imports: moneyImport
  },
  mean: {
    types: numbers,
    unit: unitOfNumber,
    formula: (label) => `Somme de « ${label} », divisée par le nombre de lignes qui en ont une valeur.`,
    values: () => [[10, 20, 60], 30],
    body: (column, values) => `rows.length === 0 ? null : ${sumOf(column, values)} / rows.length`,
    imports: moneyImport
  },
  median: {
    types: numbers,
    unit: unitOfNumber,
    formula: (label) => `Valeur du milieu de « ${label} » : la moitié des lignes en a autant ou moins.`,
    values: () => [[10, 20, 60], 20],
    body: (_, values) => `median(${values})`,
    imports: () => `import {median} from "../lib/metrics/quantile.js";\n`
  }
};

const usual: Readonly<Record<Column["type"], string>> = {
  boolean: "share",
  text: "distinct",
  date: "distinct",
  integer: "median",
  number: "median"
};

/** A technical indicator over one column of a published table: its file, its test, its line. */
export async function newIndicator(name: string, {ask}: Asker): Promise<Scaffold> {
  const title = await ask("title", {words: "Son nom à l’écran ?", fault: atLeast(6)});
  const question = await ask("question", {
    words: "La question, comme un habitant la poserait ?",
    fault: (text) => (/.{5}\?$/.test(text) ? null : "une question, finie par « ? », est attendue")
  });
  const domain = await ask("domain", {words: "Quel engagement ?", oneOf: Object.keys(domainNames)});
  const table = (await ask("table", {words: "Quelle table ?", oneOf: Object.keys(tables)})) as TableName;
  const columns = tables[table].columns as Readonly<Record<string, Column>>;
  const column = await ask("column", {words: `Quelle colonne de ${table} ?`, oneOf: Object.keys(columns)});
  const {type, label, nullable} = columns[column] as Column;
  const possible = Object.keys(computations).filter((one) => computations[one]?.types.includes(type));
  const chosen = await ask("compute", {words: "Quel calcul ?", oneOf: possible, fallback: usual[type]});
  const computation = computations[chosen] as Computation;
  const [values, value] = computation.values(type);
  const rows = [...values, ...(nullable ? [null] : [])].map((one) => `{${column}: ${JSON.stringify(one)}}`);
  const short = label.split(/ ; | : /)[0] ?? label;
  const exclusion = nullable
    ? `excludes: {unknown: ${quoted(`« ${short} » non publié`)}},
       leaveOut: ({${column}}) => (${column} === null ? "unknown" : null),`
    : "excludes: {},";
  const list = `rows.map(({${column}}) => ${column}${nullable ? " ?? 0" : ""})`;
  const file = `import {defineIndicator} from "../lib/indicator.js";
${computation.imports?.(column) ?? ""}
export default defineIndicator({
  id: ${quoted(name)},
  version: 1,
  domain: ${quoted(domain)},
  unit: ${quoted(computation.unit(column))},
  needs: ${quoted(table)},
  columns: [${quoted(column)}],
  name: ${quoted(title)},
  question: ${quoted(question)},
  formula: ${quoted(computation.formula(short))},
  origin: "Proposition de l’équipe des carnets, à rattacher à un engagement.",
  reference: "Définition propre à ces carnets.",
  limits: [${quoted(`Ne dit rien des lignes où « ${short} » n’est pas publié.`)}],
  ${exclusion}
  example: {rows: [${rows.join(", ")}], value: ${value}},
  compute: (rows) => ${computation.body(column, list)}
});
`;
  const test = `import {expect, it} from "vitest";
import ${camel(name)} from "../../src/indicators/${name}.js";
import {measure} from "../../src/lib/indicator.js";

it("counts each line once, used or left out", () => {
  const {used, leftOut} = measure(${camel(name)}, ${camel(name)}.example.rows);
  expect(used).toBe(${values.length});
  expect(leftOut).toEqual(${nullable ? "{unknown: 1}" : "{}"});
});

it("has its value on one line", () => {
  expect(measure(${camel(name)}, [{${column}: ${JSON.stringify(values[0])}}]).value).toBe(${alone(chosen, values[0])});
});
`;
  return {
    files: {[`src/indicators/${name}.ts`]: file, [`test/indicators/${name}.test.ts`]: test},
    edits: {"src/indicators/registry.ts": (text) => withLine(text, `./${name}.js`)},
    next: [
      `Relisez « origin », « reference », « limits » dans src/indicators/${name}.ts.`,
      `npx vitest run --config test/vitest.config.ts --project unit test/indicators`,
      `npm run build : sa page est /methode/${name}`
    ]
  };
}

/** The value over one line alone. */
function alone(chosen: string, value: unknown): number {
  if (chosen === "share") return value === true ? 1 : 0;
  return chosen === "distinct" ? 1 : Number(value);
}

function atLeast(length: number): (text: string) => string | null {
  return (text) => (text.length >= length ? null : `au moins ${length} lettres sont attendues`);
}
