import rules from "../../catalogue/rules/index.js";
import {formatDate, formatEurosExact, unpublished} from "../../lib/format.js";
import type {Row} from "../../lib/schema.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {pageLink, type CardContext, type Content} from "./nothing-found.js";

/** A heading and what stands below it. */
export function section({document}: CardContext, title: string, ...content: (Content | null)[]): Element {
  return element(
    document,
    "section",
    {},
    element(document, "h2", {}, typeset(title)),
    ...content.map((part) => (typeof part === "string" ? element(document, "p", {}, typeset(part)) : part))
  );
}

/** Names and values; a null value reads "non publié par la source". */
export function facts(
  {document}: CardContext,
  entries: readonly (readonly [name: string, value: Content | null])[]
): Element {
  return element(
    document,
    "dl",
    {class: "facts"},
    ...entries.map(([name, value]) =>
      element(
        document,
        "div",
        {},
        element(document, "dt", {}, typeset(name)),
        element(
          document,
          "dd",
          {class: value === null ? "is-absent" : null},
          ...(value === null ? [unpublished] : [set(value)])
        )
      )
    )
  );
}

/** An accessible table; numbers are cells that `isNumber` says to be so. */
export function cardTable(
  {document}: CardContext,
  {
    label,
    heads,
    rows,
    numbers = []
  }: {label: string; heads: readonly string[]; rows: readonly (readonly Content[])[]; numbers?: readonly number[]}
): Element {
  const kind = (i: number, content: Content) =>
    numbers.includes(i)
      ? "number"
      : (typeof content === "string" ? content : (content.textContent ?? "")).length > 40
        ? "words"
        : null;
  return element(
    document,
    "div",
    {class: "table-scroll", role: "region", tabindex: "0", "aria-label": typeset(label)},
    element(
      document,
      "table",
      {},
      element(
        document,
        "thead",
        {},
        element(
          document,
          "tr",
          {},
          ...heads.map((head, i) =>
            element(document, "th", {scope: "col", class: numbers.includes(i) ? "number" : null}, typeset(head))
          )
        )
      ),
      element(
        document,
        "tbody",
        {},
        ...rows.map((row) =>
          element(
            document,
            "tr",
            {},
            ...row.map((cell, i) =>
              i === 0
                ? element(document, "th", {scope: "row", class: kind(i, cell)}, set(cell))
                : element(document, "td", {class: kind(i, cell)}, set(cell))
            )
          )
        )
      )
    )
  );
}

/** The rules that records broke: each value as declared beside what is kept, with the rule's page. */
export function findingsTable(context: CardContext, findings: readonly Row<"finding">[], label: string): Element {
  const name = (rule: string) => rules.find(({id}) => id === rule)?.name ?? rule;
  return cardTable(context, {
    label,
    heads: ["Règle", "Contrat", "Champ", "Déclaré", "Proposé", "Effet sur le total"],
    numbers: [5],
    rows: findings.map(({rule, contract_uid, field, declared, repaired, effect_eur}) => [
      pageLink(context, name(rule), `methode/${rule}`),
      contract_uid === null ? "–" : pageLink(context, contract_uid, "marches/marche", {uid: contract_uid}),
      code(context, field),
      declared ?? "–",
      repaired ?? "rien",
      effect_eur === null ? "–" : formatEurosExact(effect_eur)
    ])
  });
}

/** A name of a column, a code, a fingerprint. */
export function code({document}: CardContext, text: string): Element {
  return element(document, "code", {}, text);
}

/** A date, or why there is none. */
export function dateOr(date: string | null, otherwise = "sans date"): string {
  return date === null ? otherwise : formatDate(date);
}

function set(content: Content): Content {
  return typeof content === "string" ? typeset(content) : content;
}
