import {typeset} from "./typeset.js";

/** What a ready citation of a figure is made of. */
export interface Cited {
  title: string;
  /** The figure in its state, as its address names it. */
  key: string;
  indicators: readonly {id: string; version: number}[];
  /** The source line, fiction said, with the date on which the data were read. */
  source: string;
  /** ISO date on which the data were read: the year of the citation. */
  readOn: string;
  address: string;
}

/** A citation in plain words, ending with the address. */
export function citationText({title, key, indicators, source, address}: Cited): string {
  return typeset(
    `« ${title} ». Carnets de l’Agora, figure ${versioned(key, indicators)}. Données : ${source}. ${address}`
  );
}

/** The same as a BibTeX entry; TeX's own signs are escaped, the text stays UTF-8. */
export function bibtex({title, key, indicators, source, readOn, address}: Cited): string {
  return [
    `@misc{carnets-${key}-${readOn.slice(0, 4)},`,
    `  title = {{${escapeTex(title)}}},`,
    `  author = {{Carnets de l’Agora}},`,
    `  year = {${readOn.slice(0, 4)}},`,
    `  note = {${escapeTex(typeset(`Figure ${versioned(key, indicators)}. Données : ${source}`))}},`,
    `  url = {${address}}`,
    `}`
  ].join("\n");
}

function versioned(key: string, indicators: Cited["indicators"]): string {
  const named = indicators.map(({id, version}) => `${id} version ${version}`);
  return [
    key,
    ...(named.length > 0 ? [`${named.length > 1 ? "indicateurs" : "indicateur"} ${named.join(", ")}`] : [])
  ].join(", ");
}

const texSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}
