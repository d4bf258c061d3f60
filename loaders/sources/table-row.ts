import {textOf} from "./decp-values.js";
import type {DecpRow, Refusal} from "./decp-row.js";

/** Turns the cells of one line of a flat table into a row. */
export interface TableReader {
  dataset: "decp-tabular" | "liste-paris";
  dialect: "tabular" | "city-list";
  /** Whether the column at this place is looked at. */
  uses(at: number): boolean;
  /**
   * @param cells The values in the order of the columns: text, number, bigint, Date or null.
   * @returns The row, or why it is none.
   */
  read(cells: readonly unknown[]): DecpRow | Refusal;
}

/** The text of a cell; null when it is empty. Days without time become `YYYY-MM-DD`. */
export function cellText(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayText(value.toISOString());
  const text = typeof value === "bigint" ? String(value) : textOf(value);
  return text === null || text.trim() === "" ? null : text.trim();
}

/**
 * The text of an identifier; a table that keeps SIRET as numbers has lost their leading zeros, which are put back.
 *
 * @returns null when the cell is empty.
 */
export function identifierText(value: unknown): string | null {
  const text = cellText(value);
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && text !== null && /^\d{12,13}$/.test(text) ? text.padStart(14, "0") : text;
}

/** The texts of a cell that holds several, separated by commas, semicolons or bars. */
export function cellTexts(text: string | null): string[] {
  return text === null
    ? []
    : text
        .split(/[,;|]/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
}

/** A row of which nothing is declared yet. */
export function blankRow(dialect: DecpRow["dialect"]): DecpRow {
  return {
    kind: "marche",
    dialect,
    id: null,
    uid: null,
    buyer_id: null,
    buyer_name: null,
    nature: null,
    object: null,
    cpv: null,
    procedure: null,
    techniques: [],
    modalities: [],
    framework_id: null,
    place_code: null,
    place_type: null,
    place_name: null,
    duration_months: null,
    notified_on: null,
    published_on: null,
    amount: null,
    price_form: null,
    price_types: [],
    offers_received: null,
    consortium_type: null,
    ccag: null,
    is_innovative: null,
    has_advance: null,
    advance_rate: null,
    has_subcontracting: null,
    origin_eu: null,
    origin_france: null,
    social: [],
    environmental: [],
    platform: null,
    starts_on: null,
    subsidy: null,
    holders: [],
    modifications: [],
    subcontracts: [],
    subcontract_changes: [],
    notes: []
  };
}

function dayText(iso: string): string {
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
}
