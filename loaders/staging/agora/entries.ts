import {damaged, type CsvFile, type CsvRow} from "../csv.js";
import type {YamlFile} from "../yaml.js";
import type {AgoraYear} from "./file.js";

/** One entry of a list of a year, with where it stands. */
export interface Entry<T> {
  value: T;
  year: number;
  isFictional: boolean;
  sourceId: string;
  /** The error of one of its keys (`definition.comparison.kind` for one inside another): file, line, what was expected and found. */
  fault: (key: string, expected: string, found: string) => Error;
}

type ListKey = {
  [K in keyof AgoraYear]-?: NonNullable<AgoraYear[K]> extends readonly object[] ? K : never;
}[keyof AgoraYear];

/** The entries of a list over all files, in the order of the years, then of the files, then of the list. */
export function entriesOf<K extends ListKey>(
  files: readonly YamlFile<AgoraYear>[],
  key: K
): Entry<NonNullable<AgoraYear[K]>[number]>[] {
  return files
    .toSorted((a, b) => a.value.agora - b.value.agora)
    .flatMap((file) =>
      ((file.value[key] ?? []) as NonNullable<AgoraYear[K]>[number][]).map((value, i) => ({
        value,
        year: file.value.agora,
        isFictional: file.value.fictif,
        sourceId: file.sourceId,
        fault: (of, expected, found) => damaged(file, file.lineOf([key, i, ...of.split(".")]), expected, found)
      }))
    );
}

/** A line of votes, whose error names its file and line. */
export function voteFault(file: CsvFile, row: CsvRow): Entry<CsvRow>["fault"] {
  return (_, expected, found) => damaged(file, row.line, expected, found);
}

/**
 * A day that exists, of the year of its file.
 *
 * @param year Null when the day may come later, such as that of an answer.
 */
export function checkDay<T>({fault}: Pick<Entry<T>, "fault">, key: string, day: string, year: number | null): string {
  if (!new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day))
    throw fault(key, `un jour qui existe dans « ${key} »`, day);
  if (year !== null && !day.startsWith(`${year}-`)) throw fault(key, `un jour de ${year}, l’année de ce fichier`, day);
  return day;
}

/** The value of a known identifier; its error lists those that are known. */
export function known<V>(
  {fault}: Pick<Entry<unknown>, "fault">,
  key: string,
  id: string,
  values: ReadonlyMap<string, V>,
  what: string
): V {
  const value = values.get(id);
  if (value === undefined) throw fault(key, `${what} parmi ${[...values.keys()].join(", ") || "aucun"}`, id);
  return value;
}

const personal = [
  /(?<!\p{L})(M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+\p{Lu}\p{L}+/u,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/,
  /(?<!\d)(?:\+33\s?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/
];

/**
 * Refuses a title followed by a name, an e-mail address or a telephone number in any text of a year: the register names colleges,
 * never people.
 *
 * @throws {Error} With the line of the text.
 */
export function checkNoPerson(file: YamlFile<AgoraYear>): void {
  const look = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === "string" && !/^https?:/.test(value)) {
      const found = personal.map((pattern) => pattern.exec(value)?.[0]).find((match) => match !== undefined);
      if (found !== undefined)
        throw damaged(file, file.lineOf(path), "un texte sans nom, adresse ni téléphone de personne", found);
    } else if (value !== null && typeof value === "object")
      for (const [key, inner] of Object.entries(value))
        look(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  look(file.value, []);
}
