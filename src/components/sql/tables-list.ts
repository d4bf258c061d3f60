import {tables, type Column} from "../../lib/schema.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";

const types: Readonly<Record<Column["type"], string>> = {
  text: "texte",
  integer: "entier",
  number: "nombre",
  boolean: "oui ou non",
  date: "date"
};

/** The published tables with what one row is, and their columns with what they mean. */
export function tablesList(document: Document): Element {
  const entries = Object.entries(tables).map(([name, {grain, columns}]) =>
    element(
      document,
      "details",
      {class: "facet"},
      element(document, "summary", {}, element(document, "code", {}, name), typeset(` : ${grain}`)),
      element(
        document,
        "dl",
        {class: "sql-columns"},
        ...Object.entries(columns as Readonly<Record<string, Column>>).flatMap(([column, {label, type, nullable}]) => [
          element(document, "dt", {}, element(document, "code", {}, column)),
          element(document, "dd", {}, typeset(`${label} (${types[type]}${nullable ? ", peut manquer" : ""})`))
        ])
      )
    )
  );
  return element(
    document,
    "section",
    {class: "sql-tables", "aria-label": "Tables et colonnes"},
    element(document, "h3", {}, "Tables et colonnes"),
    ...entries
  );
}
