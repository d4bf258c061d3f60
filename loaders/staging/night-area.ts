import {areas, maskCells, type Mask} from "../../src/lib/disclosure.js";
import {groupBy} from "../../src/lib/group-by.js";
import {checkKeys, count, integer, maybeText, oneOf, sourceUrl, text, type CsvFile} from "./csv.js";
import {statuses} from "./night-count.js";

/** Columns of `nuit_solidarite_arrondissements.csv`. */
export const nightAreaColumns =
  "edition,arrondissement,type_zone,personnes,champ,statut,verification,source_url,source_url_2,source_quote_fr,note".split(
    ","
  );

/** Columns of the staged table. */
export const nightAreaTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  edition: "INTEGER",
  area: "VARCHAR",
  zone_type: "VARCHAR",
  scope: "VARCHAR",
  status: "VARCHAR",
  people_count: "INTEGER",
  mask: "VARCHAR",
  is_published: "BOOLEAN",
  verification: "VARCHAR",
  source_url: "VARCHAR"
};

const paris = "Paris Centre (1er-4e)";
/** From here on the areas of an edition may be all areas: their total must be taken as known. */
const fewestWholeAreas = 17;

/**
 * Counts by area, one row per line. Only arrondissements and Paris Centre are published; of two scopes of one area whose
 * difference is a wood, only the one without it. Small counts are masked in every status of their edition.
 *
 * @throws {Error} On a cell of another kind, an unknown status or arrondissement, or a key met twice.
 */
export function stageNightAreas(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const zone_type = text(file, row, "type_zone");
    const isArrondissement = zone_type === "arrondissement";
    const declared = isArrondissement
      ? oneOf(file, row, "arrondissement", areas.slice(1))
      : text(file, row, "arrondissement");
    return {
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      edition: integer(file, row, "edition"),
      area: declared === paris ? "paris-centre" : declared,
      zone_type,
      scope: text(file, row, "champ"),
      status: oneOf(file, row, "statut", statuses),
      people_count: count(file, row, "personnes"),
      verification: maybeText(row, "verification"),
      source_url: sourceUrl(file, row)
    };
  });
  checkKeys(file, rows, ({edition, area, scope, status}) => [edition, area, scope, status].join(", "));
  const published = rows.filter((row) => isAllowed(row) && !givesWoodBack(row, rows));
  const masks = new Map<string, Mask>();
  for (const [, cells] of groupBy(published, ({edition, scope, status}) => `${edition} ${scope} ${status}`)) {
    const keyed = cells.map((row) => ({key: keyOf(row), count: row.people_count}));
    const totals = cells.length >= fewestWholeAreas ? [keyed.map(({key}) => key)] : [];
    for (const [key, mask] of maskCells(keyed, totals)) if (masks.get(key) !== "threshold") masks.set(key, mask);
  }
  return rows.map((row) => ({...row, is_published: published.includes(row), mask: masks.get(keyOf(row)) ?? null}));
}

interface Area {
  edition: number;
  area: string;
  zone_type: string;
  scope: string;
}

function keyOf({edition, area}: Area): string {
  return `${edition} ${area}`;
}

function isAllowed({area, zone_type}: Area): boolean {
  return areas.includes(area) && ["arrondissement", "paris_centre"].includes(zone_type);
}

function givesWoodBack(row: Area, rows: readonly Area[]): boolean {
  const wood = /^y compris (.*)$/.exec(row.scope)?.[1];
  return wood !== undefined && rows.some((other) => keyOf(other) === keyOf(row) && other.scope === `hors ${wood}`);
}
