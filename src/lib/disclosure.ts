import type {TableName} from "./schema.js";

/** The smallest count of people that may be shown. */
export const smallestShown = 11;

/** What stands in the place of a smaller count. */
export const underThreshold = "moins de 11";

/** What stands in the place of a count that would give a smaller one back by subtraction. */
export const hiddenCompanion = "caché avec elle";

/** The finest areas: the twenty arrondissements, and the four first ones together. */
export const areas: readonly string[] = ["paris-centre", ...Array.from({length: 20}, (_, i) => String(i + 1))];

/** Name of an area on screen. */
export function areaName(area: string): string {
  if (area === "paris-centre") return "Paris Centre (1er-4e)";
  return area === "1" ? "1er" : `${area}e`;
}

/**
 * The closed list: the only tables about people met at night that may be published, and their only columns. No area
 * column stands beside a profile column, none holds a text that somebody wrote, none holds a place.
 */
export const publishable: Readonly<Partial<Record<TableName, string>>> = {
  night_count:
    "edition night_on perimeter status people_count is_headline break_before break_words commune_count open_data_count verification source_url source_id",
  night_count_place: "edition status place kind people_count mask is_shown method verification source_url source_id",
  night_count_area: "edition area scope status people_count mask verification source_url source_id",
  night_count_profile:
    "edition perimeter indicator category part_share people_count mean_years base status verification source_url source_id",
  night_figure: "edition perimeter indicator value precision status source_url source_id",
  shelter: "year period category value precision scope status source_url source_id",
  fabrique_figure: "year period indicator value precision status source_url source_id",
  population: "year area area_code population source_url source_id"
};

/** The only questions on people whose answers may be published, for Paris or the communes as a whole. */
export const publishedQuestions: readonly string[] = [
  "sexe",
  "âge",
  "âge moyen",
  "composition du ménage",
  "enfants",
  "durée de rue",
  "trajectoire",
  "recours au 115",
  "recours à l’hébergement",
  "suivi par un travailleur social",
  "adresse pour le courrier",
  "ressources",
  "installation sur le lieu de sommeil",
  "lieu de sommeil",
  "accès déclaré à un service"
];

/** Questions whose counts are rounded to ten: children, of whom there are few. */
export const roundedQuestions: readonly string[] = ["enfants"];

/** The only figures on the organisation of a night that may be published. */
export const publishedNightFigures: readonly string[] = [
  "nb_volontaires",
  "nb_professionnels",
  "nb_participants_total",
  "nb_equipes",
  "nb_secteurs",
  "nb_secteurs_sans_personne",
  "nb_associations",
  "nb_communes_hors_paris",
  "km_parcourus",
  "personnes_en_groupes_plus_de_20",
  "nb_groupes_plus_de_20"
];

/** Data sets that locate places where people sleep, or hold answers of persons: never read, never named. */
export const forbiddenDatasets: readonly string[] = [
  "hebergements-casvp",
  "questionnaires-nuit-de-la-solidarite-2022-tours"
];

/** Why a cell is hidden: it is small, or it would give a small one back. */
export type Mask = "threshold" | "companion";

/** A count of people that could be published. */
export interface Cell {
  key: string;
  /** Whole, at least 0. */
  count: number;
}

/**
 * Decides which counts to hide so that no published total, and no sum or difference of published totals, narrows a small
 * count further than "moins de 11" does.
 *
 * Cells that belong to the same totals form a block; at most the sum of a block can be worked out. In each block with a
 * small cell, its smallest neighbours are hidden too, until the block's sum allows every value from 0 to 10 to each
 * small cell.
 *
 * @param cells The cells of one table; unique keys.
 * @param totals The published totals, each by the keys that it adds up; keys without a cell are ignored.
 * @returns The hidden cells with their reason.
 * @throws {RangeError} When a block has too few cells to hide a small one in: publish fewer totals, or merge cells.
 */
export function maskCells(cells: readonly Cell[], totals: readonly (readonly string[])[]): Map<string, Mask> {
  const masks = new Map<string, Mask>();
  const blocks = new Map<string, Cell[]>();
  for (const cell of cells) {
    const signature = totals.map((members) => (members.includes(cell.key) ? "1" : "0")).join("");
    blocks.set(signature, [...(blocks.get(signature) ?? []), cell]);
  }
  for (const [signature, block] of blocks) {
    const small = block.filter(({count}) => count < smallestShown);
    for (const {key} of small) masks.set(key, "threshold");
    if (small.length === 0 || !signature.includes("1")) continue;
    const others = block.filter((cell) => !small.includes(cell)).toSorted((a, b) => a.count - b.count);
    const companions: Cell[] = [];
    while (!isSafe(small, companions)) {
      const next = others[companions.length];
      if (!next)
        throw new RangeError(
          `disclosure: expected enough cells to hide ${small.map(({key}) => `"${key}"`).join(" and ")} in, ` +
            `got ${block.length} under the same totals. Publish fewer totals, or merge the cell with another.`
        );
      companions.push(next);
    }
    for (const {key} of companions) masks.set(key, "companion");
  }
  return masks;
}

/** Whether the sum of hidden cells leaves every value from 0 to 10 possible for each small one. */
function isSafe(small: readonly Cell[], companions: readonly Cell[]): boolean {
  const most = smallestShown - 1;
  const sum = [...small, ...companions].reduce((total, {count}) => total + count, 0);
  // A reader sees which cells are small, so that companions are known to be at least 11.
  if (companions.length > 0) return sum - smallestShown * companions.length >= most;
  return sum >= most && sum <= most * (small.length - 1);
}
