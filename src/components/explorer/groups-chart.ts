import {facets, sharedFacets, unknownValue, type FacetId} from "../../lib/explore/facets.js";
import type {Group} from "../../lib/explore/filter.js";
import type {ExplorerState} from "../../lib/explore/state.js";
import {formatCount, formatEuros, formatEurosExact} from "../../lib/format.js";
import {colors} from "../../lib/palette.js";
import {typeset} from "../../lib/typeset.js";
import {bars} from "../bars.js";
import {decimal, describe, euroScale} from "../chart.js";
import {element} from "../element.js";
import {chartWidths} from "../drawing.js";
import {ranking} from "../ranking.js";
import {table} from "../table.js";

/** Bars drawn at most; the table holds the rest. */
const mostBars = 20;

/** What the chart shows. */
export interface GroupsChartOptions {
  document: Document;
  by: FacetId;
  measure: ExplorerState["measure"];
}

/** The awards shown, by facet, as a chart and its table twin. */
export function groupsChart(groups: readonly Group[], options: GroupsChartOptions): Element[] {
  const {document, by, measure} = options;
  const {label, by: grouping, nameOf} = facets[by];
  const title = `${measure === "montant" ? "Montant attribué" : "Nombre d’attributions"} par ${grouping}`;
  const box = element(document, "div", {class: "figure-chart"});
  for (const [name, width] of Object.entries(chartWidths)) {
    const svg = draw(groups, width, options);
    describe(svg, {label: title, description: typeset("Les nombres sont dans le tableau qui suit.")});
    svg.classList.add(`chart-${name}`);
    box.append(svg);
  }
  const shared =
    "Une attribution à plusieurs titulaires compte tout entière dans chacun de leurs groupes : la somme des groupes peut dépasser le total.";
  const ceilings = "Un plafond sur plusieurs années compte tout entier à sa notification ; ce n’est pas une dépense.";
  const more = groups.length > mostBars && by !== "year" ? `Les ${mostBars} premiers groupes sont dessinés.` : null;
  const words = [sharedFacets.includes(by) ? shared : null, measure === "montant" ? ceilings : null, more];
  return [
    element(document, "p", {class: "figure-title"}, typeset(title)),
    box,
    element(document, "p", {class: "hint"}, typeset(words.filter(Boolean).join(" "))),
    table(
      {
        columns: [
          {key: "value", label, format: nameOf as (value: never) => string},
          {key: "amount_eur", label: "Montant, € hors taxes", format: formatEurosExact, missing: "non retenu"},
          {key: "awards", label: "Attributions"},
          {key: "without", label: "dont sans montant retenu"}
        ],
        rows: sorted(groups, options).map(({value, count, amountCount, amountEur}) => ({
          value,
          amount_eur: amountCount === 0 ? null : amountEur,
          awards: count,
          without: count - amountCount
        }))
      },
      {document, label: title}
    )
  ];
}

function draw(groups: readonly Group[], width: number, options: GroupsChartOptions): SVGSVGElement {
  const {document, by, measure} = options;
  const context = {document, width, isAlive: true};
  const isAmount = measure === "montant";
  const valueOf = ({amountEur, count}: Group) => (isAmount ? amountEur : count);
  const color = isAmount ? colors.amount : colors.awards;
  const nameOf = facets[by].nameOf;
  const title = (group: Group) =>
    typeset(
      `${nameOf(group.value)} : ${formatEuros(group.amountEur)}, ${formatCount(group.count)} ${group.count < 2 ? "attribution" : "attributions"}`
    );
  if (by === "year") {
    const dated = groups.filter(({value}) => value !== unknownValue);
    const {divisor, unit} = isAmount ? euroScale(Math.max(0, ...dated.map(valueOf))) : {divisor: 1, unit: ""};
    const data = dated.map((group) => ({
      x: Number(group.value),
      y: valueOf(group),
      label: decimal(valueOf(group) / divisor),
      title: title(group)
    }));
    return bars(data, {color, height: 260, unit, divisor}, context);
  }
  return ranking(
    sorted(groups, options)
      .slice(0, mostBars)
      .map((group) => ({
        name: nameOf(group.value),
        to: valueOf(group),
        color,
        label: isAmount ? formatEuros(group.amountEur) : formatCount(group.count),
        title: title(group)
      })),
    context
  );
}

/** Years in their order; everything else from the largest. */
function sorted(groups: readonly Group[], {by, measure}: GroupsChartOptions): Group[] {
  if (by === "year") return [...groups];
  return groups.toSorted((a, b) => (measure === "montant" ? b.amountEur - a.amountEur : b.count - a.count));
}
