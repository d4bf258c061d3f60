import type {FigureColumn} from "../lib/figure.js";
import {formatCount} from "../lib/format.js";
import {hostOf} from "../lib/source.js";

/** How far a published figure went, in words. */
const statusNames: Readonly<Record<string, string>> = {
  definitif: "définitif",
  provisoire: "provisoire",
  presse: "vu dans la presse seulement"
};

/** Which status is to be preferred: final, first results, press. */
export const authority: readonly string[] = Object.keys(statusNames);

/** A status in words. */
export function statusName(status: string): string {
  return statusNames[status] ?? status;
}

const precisions: Readonly<Record<string, string>> = {environ: "environ ", pres_de: "près de ", plus_de: "plus de "};

/** A figure with the precision that its source gives it: `plus de 31 000`. */
export function valueWithPrecision(value: number, precision: string): string {
  return `${precisions[precision] ?? ""}${formatCount(value)}`;
}

/** The column of the page on which each row was read: its host, and the link. */
export const sourceColumn: FigureColumn = {
  key: "source",
  label: "Page lue",
  format: hostOf,
  href: ({source}) => (typeof source === "string" ? source : null)
};

/** The column that says how far a figure went. */
export const statusColumn: FigureColumn = {key: "status", label: "Statut", format: statusName};

/** The column that says how many sources give it. */
export const verificationColumn: FigureColumn = {key: "verification", label: "Vérification", missing: "1 source"};

/** *Source* of a figure on people met: the producers, and the page read for its last row. */
export function nightSources(last: {edition: number; source: string} | undefined): {label: string; url: string}[] {
  return [
    {label: "Ville de Paris et Apur, Nuit de la Solidarité", url: "https://www.apur.org"},
    ...(last ? [{label: `page lue pour ${last.edition}`, url: last.source}] : [])
  ];
}

/** What every figure on people met must remind of. */
export const minimum =
  "C’est un minimum, une nuit : les personnes hébergées, en squat, chez un proche ou cachées n’y sont pas.";
