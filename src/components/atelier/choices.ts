import {cpvDivisions} from "../../lib/cpv.js";
import {everydayWords} from "../../lib/human/equivalence.js";
import type {Comparison, HumanDefinition} from "../../lib/human/definition.js";
import {element} from "../element.js";
import {radioField, selectField, textField} from "./fields.js";
import type {Choice, Measured} from "./measured.js";

/** What the second step asks of the group, once a measure is there. */
interface ChoicesOptions {
  document: Document;
  measured: Measured;
  definition: HumanDefinition;
  onChange: (part: Partial<HumanDefinition>) => void;
  /** Called when other fields must show: a column was chosen, another kind of comparison. */
  onRedraw: () => void;
}

const nothing = ["", "tout"] as const;

/** Which rows, what they are set beside, and in which everyday things the number is said. */
export function choiceFields(options: ChoicesOptions): HTMLElement[] {
  const {document, measured, definition, onChange} = options;
  const {unit} = measured.indicator;
  const filter = filterFields(definition.filter, measured.choices, {
    ...options,
    label: "Seulement les lignes où",
    onFilter: (changed) => onChange({filter: changed})
  });
  const equivalence =
    unit === "mt" || definition.equivalence !== null
      ? selectField(
          definition.equivalence ?? "",
          [{name: null, options: [["", "aucune"], ...Object.entries(everydayWords)]}],
          {
            document,
            label: "En choses de tous les jours",
            hint: "Une équivalence ne vaut que pour l’empreinte entière : les émissions locales n’en ont pas.",
            onChange: (key) => onChange({equivalence: key === "" ? null : key})
          }
        ).element
      : element(
          document,
          "p",
          {class: "hint"},
          "Cette mesure n’a pas d’équivalence en choses de tous les jours : seules les émissions en ont."
        );
  return [...filter, ...comparisonFields(options), equivalence];
}

/** One line per column that is chosen, and one more while there are fewer than three. */
function filterFields(
  filter: HumanDefinition["filter"],
  choices: readonly Choice[],
  {
    document,
    label,
    onFilter,
    onRedraw
  }: {document: Document; label: string; onFilter: (filter: HumanDefinition["filter"]) => void; onRedraw: () => void}
): HTMLElement[] {
  if (choices.length === 0)
    return [
      element(document, "p", {class: "hint"}, "Cette mesure se lit d’un bloc : rien à choisir parmi ses lignes.")
    ];
  const chosen = Object.entries(filter);
  const lines = chosen.length < 3 ? [...chosen, ["", ""] as const] : chosen;
  return lines.map(([column, value]) => {
    const others = chosen.filter(([one]) => one !== column);
    const free = choices.filter((choice) => choice.column === column || !(choice.column in filter));
    const known = choices.find((choice) => choice.column === column);
    const unknown = column !== "" && !known ? [[column, column] as const] : [];
    const columns = selectField(
      column,
      [{name: null, options: [nothing, ...free.map((one) => [one.column, one.label] as const), ...unknown]}],
      {
        document,
        label,
        onChange: (next) => {
          const first = choices.find((choice) => choice.column === next)?.values[0];
          onFilter(Object.fromEntries([...others, ...(first === undefined ? [] : [[next, first]])]));
          onRedraw();
        }
      }
    );
    if (column === "") return columns.element;
    const values = known?.values.includes(value) ? known.values : [value, ...(known?.values ?? [])];
    const valueField = selectField(
      String(values.indexOf(value)),
      [{name: null, options: values.map((one, i) => [String(i), nameOf(column, one)] as const)}],
      {
        document,
        label: "vaut",
        onChange: (i) => onFilter(Object.fromEntries([...others, [column, values[Number(i)] ?? value]]))
      }
    );
    return element(document, "div", {class: "atelier-pair"}, columns.element, valueField.element);
  });
}

const kinds: Readonly<Record<Comparison["kind"], string>> = {
  none: "À rien : la phrase dit le nombre seul",
  previous: "À l’année d’avant",
  target: "À une valeur promise",
  other: "À un autre lieu, à un autre domaine"
};

function comparisonFields(options: ChoicesOptions): HTMLElement[] {
  const {document, measured, definition, onChange, onRedraw} = options;
  const {comparison} = definition;
  const {unit} = measured.indicator;
  const possible = (Object.keys(kinds) as Comparison["kind"][]).filter(
    (kind) =>
      kind === comparison.kind ||
      (kind === "previous" ? measured.yearly.length > 0 : kind !== "other" || measured.choices.length > 0)
  );
  const kindField = radioField(
    comparison.kind,
    possible.map((kind) => [kind, kinds[kind]] as const),
    {
      document,
      label: "À quoi le compare-t-on ?",
      onChange: (kind) => {
        onChange({comparison: firstOf(kind as Comparison["kind"], measured)});
        onRedraw();
      }
    }
  );
  if (comparison.kind === "target") {
    const change = (part: Partial<typeof comparison>) => onChange({comparison: {...comparison, ...part}});
    const isShare = unit === "ratio" || unit === "share";
    const scale = isShare ? 100 : 1;
    const shown = Number((comparison.value * scale).toPrecision(12));
    return [
      kindField,
      element(
        document,
        "div",
        {class: "atelier-pair"},
        textField(String(shown), {
          document,
          type: "number",
          label: isShare ? "Valeur promise, en %" : "Valeur promise",
          onChange: (text) => change({value: (Number(text) || 0) / scale})
        }).element,
        textField(String(comparison.year), {
          document,
          type: "number",
          label: "Pour l’année",
          onChange: (text) => /^(19|20|21)\d\d$/.test(text) && change({year: Number(text)})
        }).element
      ),
      textField(comparison.source, {
        document,
        type: "url",
        label: "Page qui la promet (https://…)",
        longest: 500,
        onChange: (source) => change({source})
      }).element
    ];
  }
  if (comparison.kind === "other") {
    const change = (part: Partial<typeof comparison>) => onChange({comparison: {...comparison, ...part}});
    return [
      kindField,
      textField(comparison.label, {
        document,
        label: "Son nom, dans la phrase",
        longest: 120,
        onChange: (label) => change({label})
      }).element,
      ...filterFields(comparison.filter, measured.choices, {
        document,
        label: "À côté, les lignes où",
        onRedraw,
        onFilter: (filter) => change({filter})
      })
    ];
  }
  return [kindField];
}

function firstOf(kind: Comparison["kind"], {yearly, choices}: Measured): Comparison {
  if (kind === "previous") return {kind, column: yearly[0] ?? "year"};
  if (kind === "target") return {kind, value: 0, year: 2030, source: ""};
  if (kind === "none") return {kind};
  const [first] = choices;
  const value = first?.values[0];
  return {
    kind,
    filter: first && value !== undefined ? {[first.column]: value} : {},
    label: value === undefined ? "" : nameOf(first?.column ?? "", value)
  };
}

function nameOf(column: string, value: string | number): string {
  const division = column === "cpv_division" ? cpvDivisions[String(value)] : undefined;
  return division === undefined ? String(value) : `${value}, ${division}`;
}
