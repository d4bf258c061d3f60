import {bars} from "../components/bars.js";
import {lines} from "../components/lines.js";
import humanIndicators from "../indicators/human/index.js";
import indicators from "../indicators/index.js";
import {defineFigure, type ChartContext, type Figure} from "../lib/figure.js";
import {formatCount, formatYear} from "../lib/format.js";
import {evaluate, type Evaluation} from "../lib/human/evaluate.js";
import {filterRows, type AnyRow} from "../lib/human/filter.js";
import type {HumanIndicator} from "../lib/human/indicator.js";
import {inYears, sayYears, underwayWords} from "../lib/human/wording.js";
import {deadlineColumn, historyOf, yearColumnOf, type YearValue} from "../lib/human/years.js";
import type {AnyIndicator, Domain, Unit} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import type {TableName} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {formatValue} from "../lib/units.js";
import {procurementSource} from "./procurement.js";
import {sourcesOf} from "./publisher.js";
import {minimum} from "./solidarity.js";

interface Numbers {
  evaluation: Evaluation;
  history: YearValue[];
  sources: {label: string; url: string}[];
}

/** No colour judges: each commitment has its own. */
const domainColors: Readonly<Record<Domain, string>> = {
  marches: colors.supplier,
  solidarite: colors.people,
  climat: colors.territory,
  engagements: colors.commitment,
  agora: colors.commitment
};

/** Units of an axis: what one step is, and its name. */
const axes: Partial<Record<Unit, {divisor: number; unit: string}>> = {
  ratio: {divisor: 0.01, unit: "%"},
  share: {divisor: 0.01, unit: "%"},
  eur: {divisor: 1e6, unit: "M\u00a0€"},
  mt: {divisor: 1, unit: "Mt"},
  days: {divisor: 1, unit: "jours"}
};

/** The id of the figure of a human indicator, as a page names it. */
export function humanFigureId({id}: Pick<HumanIndicator, "id">): string {
  return `humain-${id}`;
}

/** The value of an indicator as shown; people counted at night are always "at least". */
export function shownValue({unit, needs}: AnyIndicator, value: number | null): string {
  return `${needs === "night_count" && value !== null ? "au moins " : ""}${formatValue(value, unit)}`;
}

/** One figure per human indicator: its measure, year by year, that *Recalculer* runs again over the rows of its sentence. */
export const humanFigures: readonly Figure<any>[] = humanIndicators.map(humanFigure);

function humanFigure(human: HumanIndicator): Figure<Numbers> {
  const indicator = indicators.find(({id}) => id === human.measure);
  if (!indicator) throw new Error(`${human.id}: expected the id of an indicator, got "${human.measure}". Correct it.`);
  const {needs, unit, domain, name} = indicator as {needs: TableName; unit: Unit; domain: Domain; name: string};
  const column = yearColumnOf(indicator, human);
  const words = (value: number | null) => formatValue(value, unit);
  const shown = (value: number | null) => shownValue(indicator, value);
  const period = ({years}: Evaluation) => (years === null ? "" : ` ${inYears(years, column)}`);
  return defineFigure<Numbers>({
    id: humanFigureId(human),
    tables: human.equivalence === null ? [needs] : [needs, "equivalence"],
    indicators: [indicator],
    slice: (table, row, {annee}) =>
      table !== needs ||
      (Object.entries(human.filter).every(([key, value]) => (row as AnyRow)[key] === value) &&
        (annee === undefined || column === null || (row as AnyRow)[column] === Number(annee))),
    prepare: (tables) => {
      const rows = tables[needs] as readonly AnyRow[];
      return {
        evaluation: evaluate(human, {indicator, rows, equivalences: tables.equivalence}),
        history: historyOf(indicator, rows, human),
        sources: sourcesBehind(indicator, human, rows)
      };
    },
    title: ({evaluation}) => (evaluation.value === null ? name : `${name} : ${shown(evaluation.value)}`),
    subtitle: ({evaluation}) =>
      `Le nombre de la phrase, année après année${evaluation.years === null ? "" : ` ; elle parle de ${column === deadlineColumn ? "la période qui finit en " : ""}${sayYears(evaluation.years)}`}`,
    ...(column === null
      ? {}
      : {
          chart: ({history}: Numbers, context: ChartContext) =>
            draw(history, {unit, color: domainColors[domain]}, context)
        }),
    table: ({evaluation, history}) => ({
      columns: [
        {
          key: "year",
          label: column === deadlineColumn ? "Fin de la période" : "Année",
          format: formatYear,
          missing: "sans année"
        },
        {key: "value", label: name, format: words},
        {key: "used", label: "Lignes utilisées"},
        {
          key: "break_before",
          label: "Rupture avec l’année d’avant",
          format: (reason: string) => typeset(reason || "non")
        },
        {key: "is_provisional", label: "Statut", format: (is: boolean) => (is ? "provisoire" : "tel que publié")}
      ],
      rows: rowsOf(evaluation, history)
    }),
    notes: ({evaluation, history}) => [
      ...history.flatMap(({year, breakBefore}) =>
        breakBefore === null ? [] : [`${formatYear(year)}, rupture avec l’année d’avant. ${breakBefore}`]
      ),
      ...(evaluation.underway === null ? [] : [`Année en cours : ${underwayWords(evaluation.underway)}.`]),
      ...(evaluation.isProvisional ? ["Le dernier nombre est provisoire : il peut encore changer."] : []),
      ...(domain === "solidarite" && needs.startsWith("night_count") ? [minimum] : [])
    ],
    empty: "Aucune valeur dans ces données.",
    reading: ({evaluation}) =>
      evaluation.value === null
        ? "aucune valeur."
        : `${name}${period(evaluation)} : ${shown(evaluation.value)}, sur ${formatCount(evaluation.used)} ${evaluation.used < 2 ? "ligne utilisée" : "lignes utilisées"}.`,
    scope: () => indicator.formula,
    source: ({sources}) => sources
  });
}

function rowsOf({value, used, isProvisional}: Evaluation, history: readonly YearValue[]) {
  if (history.length === 0)
    return value === null ? [] : [{year: null, value, used, break_before: "", is_provisional: isProvisional}];
  return history.map((row) => ({
    year: row.year,
    value: row.value,
    used: row.used,
    break_before: row.breakBefore ?? "",
    is_provisional: row.isProvisional
  }));
}

/** Bars when years follow one another; points on a scale of years when some are missing, never joined. */
function draw(history: readonly YearValue[], {unit, color}: {unit: Unit; color: string}, context: ChartContext) {
  const shown = history.flatMap(({value, ...row}) => (value === null ? [] : [{...row, value}]));
  const {divisor, unit: axis} = axes[unit] ?? {divisor: 1, unit: ""};
  const words = ({year, value}: {year: number; value: number}) => `${formatYear(year)} : ${formatValue(value, unit)}`;
  if (shown.length === 0) return null;
  const isJoined = (i: number) => i > 0 && shown[i]?.year === (shown[i - 1]?.year ?? 0) + 1;
  if (shown.every((_, i) => i === 0 || isJoined(i)))
    return bars(
      shown.map((row) => ({
        x: row.year,
        y: row.value,
        label: formatValue(row.value, unit).replace("\u00a0%", ""),
        title: words(row),
        isProvisional: row.isProvisional
      })),
      {
        color,
        height: 220,
        unit: axis,
        divisor,
        breaks: shown.flatMap(({year, breakBefore, breakWords}) =>
          breakBefore === null ? [] : [{x: year, label: breakWords ?? "", reason: breakBefore}]
        )
      },
      context
    );
  return lines(
    shown.map((row) => ({
      x: row.year,
      y: row.value / divisor,
      label: formatValue(row.value, unit).replace("\u00a0Mt", ""),
      title: words(row),
      segment: String(row.year)
    })),
    {color, height: 220, unit: axis, ticks: shown.map(({year}) => year)},
    context
  );
}

/** Producers of procurement, or the pages that the rows of the last year were read on. */
function sourcesBehind(indicator: AnyIndicator, human: HumanIndicator, rows: readonly AnyRow[]) {
  const column = yearColumnOf(indicator, human);
  const own = filterRows(indicator, rows, human.filter).filter((row) => indicator.covers?.(row as never) !== false);
  const urls = own
    .toSorted((a, b) => Number(b[column ?? ""] ?? 0) - Number(a[column ?? ""] ?? 0))
    .flatMap(({source_url}) => (typeof source_url === "string" ? [source_url] : []));
  return urls.length === 0 ? procurementSource : sourcesOf(urls).slice(0, 3);
}
