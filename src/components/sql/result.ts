import * as Plot from "npm:@observablehq/plot";
import {colors} from "../../lib/palette.js";
import {typeset} from "../../lib/typeset.js";
import {chart, decimal, describe, tipWhen} from "../chart.js";
import {element} from "../element.js";
import {chartWidths} from "../drawing.js";
import {ranking} from "../ranking.js";
import type {Cell, QueryResult} from "./plain.js";

/** Rows shown, and bars drawn, at most. The CSV holds all rows. */
const mostRows = 500;
const mostBars = 30;

/** The result of a query: a table, a chart of two of its columns, and its CSV. */
export function resultView(
  result: QueryResult,
  {document, onSave}: {document: Document; onSave: () => void}
): Element[] {
  const save = element(document, "button", {type: "button", class: "button"}, "CSV du résultat");
  save.addEventListener("click", onSave);
  const isLong = result.rows.length > mostRows;
  return [
    element(
      document,
      "p",
      {},
      save,
      isLong ? typeset(` Les ${mostRows} premières lignes sont montrées ; le CSV les a toutes.`) : null
    ),
    rowsTable(result, document),
    ...chartOf(result, document)
  ];
}

function rowsTable({columns, rows}: QueryResult, document: Document): Element {
  const isNumber = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const kind = (i: number) => (isNumber[i] ? "number" : null);
  const head = columns.map((name, i) => element(document, "th", {scope: "col", class: kind(i)}, name));
  const body = rows
    .slice(0, mostRows)
    .map((row) =>
      element(document, "tr", {}, ...row.map((cell, i) => element(document, "td", {class: kind(i)}, shown(cell))))
    );
  return element(
    document,
    "div",
    {class: "table-scroll sql-rows", role: "region", tabindex: "0", "aria-label": "Résultat de la requête"},
    element(
      document,
      "table",
      {},
      element(document, "thead", {}, element(document, "tr", {}, ...head)),
      element(document, "tbody", {}, ...body)
    )
  );
}

/** A value as it is, so that a code or a year is not taken for a quantity; decimals are shortened. */
function shown(cell: Cell): string {
  if (cell === null) return "–";
  if (typeof cell === "number")
    return Number.isInteger(cell) && Math.abs(cell) < 10_000 ? String(cell).replace("-", "\u2212") : decimal(cell);
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  return cell;
}

function chartOf({columns, rows}: QueryResult, document: Document): Element[] {
  const numbers = columns.filter((_, i) => rows.some((row) => typeof row[i] === "number"));
  if (rows.length < 2 || columns.length < 2 || numbers.length === 0) return [];
  const select = (names: readonly string[], first: string) =>
    element(
      document,
      "select",
      {},
      ...names.map((name) => element(document, "option", {selected: name === first ? "" : null}, name))
    ) as HTMLSelectElement;
  const x = select(columns, columns[0] as string);
  const y = select(numbers, numbers.find((name) => name !== columns[0]) ?? (numbers[0] as string));
  const box = element(document, "div", {class: "figure-chart"});
  const draw = () => {
    const pairs = rows.flatMap((row) => {
      const value = row[columns.indexOf(y.value)];
      return typeof value === "number" ? [{x: row[columns.indexOf(x.value)] ?? null, y: value}] : [];
    });
    const words = {label: `${y.value} par ${x.value}`, description: "Les nombres sont dans le tableau du résultat."};
    box.replaceChildren(
      ...Object.entries(chartWidths).map(([name, width]) => {
        const svg = drawPairs(pairs, {document, width, isAlive: true});
        describe(svg, words);
        svg.classList.add(`chart-${name}`);
        return svg;
      })
    );
  };
  x.addEventListener("change", draw);
  y.addEventListener("change", draw);
  draw();
  return [
    element(
      document,
      "p",
      {class: "sql-chart-choices"},
      element(document, "label", {}, "Dessiner ", y),
      element(document, "label", {}, "par ", x)
    ),
    box
  ];
}

type Pairs = readonly {x: Cell; y: number}[];

/** A line along numbers or dates, bars along anything else; bars are the first ones, and hold no negative value. */
function drawPairs(pairs: Pairs, context: {document: Document; width: number; isAlive: boolean}): SVGSVGElement {
  const isDate = pairs.every(({x}) => typeof x === "string" && /^\d{4}-\d{2}-\d{2}/.test(x));
  const isNumber = pairs.every(({x}) => typeof x === "number");
  if (!isDate && !isNumber && pairs.every(({y}) => y >= 0))
    return ranking(
      pairs.slice(0, mostBars).map(({x, y}) => ({
        name: x === null ? "inconnu" : String(x),
        to: y,
        color: colors.amount,
        label: decimal(y),
        title: `${x ?? "inconnu"} : ${decimal(y)}`
      })),
      context
    );
  const points = pairs
    .map(({x, y}) => ({
      x: isDate ? new Date(String(x)) : isNumber ? Number(x) : String(x),
      y,
      title: `${x ?? "inconnu"} : ${decimal(y)}`
    }))
    .sort((a, b) => (isDate || isNumber ? Number(a.x) - Number(b.x) : 0));
  return chart(
    {
      height: 300,
      marginLeft: 84,
      marginBottom: isDate || isNumber ? 30 : 100,
      x: {
        label: null,
        ticks: fewValues(points),
        tickFormat: isNumber ? (value: number) => decimal(value).replaceAll("\u202f", "") : undefined,
        tickRotate: isDate || isNumber ? 0 : -45
      },
      y: {label: null, ticks: 4, tickFormat: (value: number) => decimal(value), tickSize: 0},
      marks: [
        Plot.gridY({ticks: 4, stroke: colors.rule, strokeOpacity: 1}),
        Plot.ruleY([0], {stroke: colors.label}),
        isDate || isNumber ? Plot.lineY(points, {x: "x", y: "y", stroke: colors.amount, strokeWidth: 2}) : null,
        Plot.dot(points, {x: "x", y: "y", fill: colors.amount, r: 3.5, title: "title", tip: tipWhen(context.isAlive)})
      ]
    },
    context
  );
}

/** The values themselves as ticks, when there are few: years are not to be cut in tenths. */
function fewValues(points: readonly {x: string | number | Date}[]): (string | number | Date)[] | undefined {
  const values = [...new Map(points.map(({x}) => [String(x), x])).values()];
  return values.length <= 12 ? values : undefined;
}
