import {cpvDivisions} from "../lib/cpv.js";
import type {Figure} from "../lib/figure.js";
import type {Tables} from "../lib/schema.js";

/** A figure's attribute that narrows it to one CPV division: `data-cpv="45"`. */
type Params = Readonly<Record<string, string>>;

/** The `slice` of a figure that may show one CPV division alone; tables without a division are not cut. */
export const divisionSlice: NonNullable<Figure["slice"]> = (_table, row, {cpv}) =>
  cpv === undefined || !("cpv_division" in row) || row.cpv_division === cpv;

/** The tables as a figure of one CPV division sees them; unchanged without `data-cpv`. */
export function inDivision(tables: Tables, params: Params): Tables {
  if (params.cpv === undefined) return tables;
  const cut = <T extends "award" | "award_supplier">(name: T) => ({
    get: () => tables[name].filter((row) => divisionSlice(name, row, params)),
    enumerable: true
  });
  return Object.create(tables, {award: cut("award"), award_supplier: cut("award_supplier")});
}

/** What a subtitle adds for one CPV division: `, division CPV 45`; nothing for all. */
export function divisionInWords({cpv}: Params): string {
  return cpv === undefined ? "" : `, division CPV ${cpv}`;
}

/** The name of a CPV division on screen; its number when the vocabulary does not know it. */
export function divisionName(division: string): string {
  return cpvDivisions[division] ?? `Division ${division}`;
}
