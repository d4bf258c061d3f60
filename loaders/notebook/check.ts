import type {Notebook} from "./format.js";
import {parseCell, syntaxErrors, type ParsedCell} from "./parse-cell.js";
import {sqlOf, typescriptOf} from "./sql-cell.js";

/** A code cell with its number in the notebook (from 1, prose included) and what its code holds. */
export interface CheckedCell {
  number: number;
  /** As TypeScript, were it written in SQL. */
  source: string;
  parsed: ParsedCell;
}

const python = /^\s*(def \w+\(.*\):|from \S+ import |import \w+( as \w+)?\s*$|elif |print\(f")/m;

/**
 * Reads all code cells of a notebook.
 *
 * @param path For messages.
 * @throws {Error} On the syntax errors of all cells together, each with cell and line.
 */
export function checkSyntax({cells}: Notebook, path: string): CheckedCell[] {
  const checked = cells.flatMap(({kind, source}, i) => {
    if (kind !== "code") return [];
    const sql = sqlOf(source);
    const text = sql ? typescriptOf(sql) : source;
    return [{number: i + 1, source: text, parsed: parseCell(text)}];
  });
  const faults = checked.flatMap(({number, source}) => {
    const [first] = syntaxErrors(source);
    if (!first) return [];
    const hint = python.test(source) ? " On dirait du Python : ce noyau lit TypeScript." : "";
    return [`${path}, cellule ${number}, ligne ${first.line} : erreur de syntaxe, ${first.message}${hint}`];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return checked;
}

/**
 * Looks for what a kernel allows, and a page or a published notebook does not: there a name has one cell, which alone changes it.
 *
 * @throws {Error} On all names of this kind, each with the numbers of its cells.
 */
export function checkNames(checked: readonly CheckedCell[], path: string): void {
  const owners = new Map<string, number[]>();
  for (const {number, parsed} of checked)
    for (const {name} of parsed.declared) owners.set(name, [...(owners.get(name) ?? []), number]);
  const twice = [...owners].filter(([, numbers]) => numbers.length > 1);
  const faults = [
    ...twice.map(
      ([name, numbers]) =>
        `${path} : « ${name} » est déclaré ${numbers.length} fois, cellules ${numbers.join(" et ")}. Dans une page, un nom n’a qu’une cellule : renommez.`
    ),
    ...checked.flatMap(({number, parsed}) =>
      parsed.assigned.flatMap(({name, line}) => {
        const owner = owners.get(name)?.[0];
        return owner === undefined
          ? []
          : [
              `${path}, cellule ${number}, ligne ${line} : « ${name} », déclaré cellule ${owner}, est changé ici. Dans une page, seule sa cellule change un nom : déclarez-en un autre.`
            ];
      })
    )
  ];
  if (faults.length > 0) throw new Error(faults.join("\n"));
}
