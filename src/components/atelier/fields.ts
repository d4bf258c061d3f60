import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";

/** A labelled field; `hint` stands below it and is read with it. */
interface FieldOptions {
  document: Document;
  label: string;
  hint?: string;
  onChange: (value: string) => void;
}

/** A field on screen. */
export interface Field {
  element: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
}

let made = 0;

/** A line, or several with `rows`, of text. */
export function textField(
  value: string,
  {rows, type = "text", longest, ...options}: FieldOptions & {rows?: number; type?: string; longest?: number}
): Field {
  const attributes = {maxlength: longest === undefined ? null : String(longest), autocomplete: "off"};
  const input = (
    rows === undefined
      ? element(options.document, "input", {...attributes, type, ...(type === "number" ? {step: "any"} : {})})
      : element(options.document, "textarea", {...attributes, rows: String(rows)})
  ) as HTMLInputElement | HTMLTextAreaElement;
  input.value = value;
  input.addEventListener("input", () => options.onChange(input.value));
  return field(input, options);
}

/** A choice among values; groups have their name. */
export function selectField(
  value: string,
  groups: readonly {name: string | null; options: readonly (readonly [value: string, words: string])[]}[],
  options: FieldOptions
): Field {
  const {document} = options;
  const input = element(
    document,
    "select",
    {},
    ...groups.flatMap(({name, options: choices}) => {
      const items = choices.map(([one, words]) => element(document, "option", {value: one}, typeset(words)));
      return name === null ? items : [element(document, "optgroup", {label: name}, ...items)];
    })
  ) as HTMLSelectElement;
  input.value = value;
  input.addEventListener("change", () => options.onChange(input.value));
  return field(input, options);
}

/** A choice among a few, all in sight. */
export function radioField(
  value: string,
  choices: readonly (readonly [value: string, words: string])[],
  {document, label, onChange}: FieldOptions
): HTMLElement {
  const name = `atelier-${made++}`;
  return element(
    document,
    "fieldset",
    {class: "atelier-radios"},
    element(document, "legend", {}, typeset(label)),
    ...choices.map(([one, words]) => {
      const box = element(document, "input", {type: "radio", name, value: one}) as HTMLInputElement;
      box.checked = one === value;
      box.addEventListener("change", () => onChange(one));
      return element(document, "label", {}, box, element(document, "span", {}, typeset(words)));
    })
  );
}

function field(input: Field["input"], {document, label, hint}: FieldOptions): Field {
  input.id = `atelier-${made++}`;
  const hintId = `${input.id}-aide`;
  if (hint !== undefined) input.setAttribute("aria-describedby", hintId);
  return {
    input,
    element: element(
      document,
      "div",
      {class: "atelier-field"},
      element(document, "label", {for: input.id}, typeset(label)),
      input,
      hint === undefined ? null : element(document, "p", {class: "hint", id: hintId}, typeset(hint))
    )
  };
}
