import {maskCells, type Mask} from "../../src/lib/disclosure.js";
import {groupBy} from "../../src/lib/group-by.js";
import {groups, onlyTogether, partNames, placeOf} from "../../src/lib/night-places.js";
import {count, damaged, integer, maybeText, oneOf, sourceUrl, type CsvFile} from "./csv.js";
import {statuses, type StagedNight} from "./night-count.js";

/** Columns of `nuit_solidarite_lieux.csv`. */
export const nightPlaceColumns = (
  "edition,type_lieu,personnes,statut,methode,petit_effectif_inf_11,verification,source_url,source_url_2," +
  "source_quote_fr,note"
).split(",");

/** Columns of the staged table. */
export const nightPlaceTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  edition: "INTEGER",
  status: "VARCHAR",
  place: "VARCHAR",
  kind: "VARCHAR",
  people_count: "INTEGER",
  mask: "VARCHAR",
  is_shown: "BOOLEAN",
  method: "VARCHAR",
  verification: "VARCHAR",
  source_url: "VARCHAR"
};

interface Declared {
  line: number;
  record_number: number;
  source_id: string;
  edition: number;
  type: string;
  people_count: number;
  status: string;
  method: string;
  verification: string | null;
  source_url: string;
}

interface Placed extends Omit<Declared, "line" | "type"> {
  line: number;
  /** Null: finer than an arrondissement, or a subset that crosses places; staged, never published. */
  place: string | null;
  kind: "part" | "group";
  mask: Mask | null;
  is_shown: boolean;
}

/**
 * Counts by type of place, one row per edition, status and place: names of one place added up, the rest of the total as
 * `not_itemised` in the most detailed status of each edition, small counts masked in every status of their edition.
 *
 * @param nights Staged counts of people met; the totals that the places are parts of.
 * @throws {Error} On a cell of another kind, an unknown type of place or status, a key met twice, or parts above their
 * total.
 */
export function stageNightPlaces(file: CsvFile, nights: readonly StagedNight[]): Placed[] {
  const inParis = nights.filter(({perimeter}) => perimeter === "paris");
  const declared = file.rows.map((row) => ({
    line: row.line,
    record_number: row.number,
    source_id: file.sourceId,
    edition: integer(file, row, "edition"),
    type: oneOf(file, row, "type_lieu", Object.keys(placeOf)),
    people_count: count(file, row, "personnes"),
    status: oneOf(file, row, "statut", statuses),
    method: oneOf(file, row, "methode", ["publie", "derive_ecart_publie"]),
    verification: maybeText(row, "verification"),
    source_url: sourceUrl(file, row)
  }));
  checkTypes(file, declared);
  const placed = [...groupBy(declared, ({edition, status}) => `${edition} ${status}`).values()].flatMap(placesOf);
  return [...groupBy(placed, ({edition}) => edition).values()].flatMap((rows) => finished(file, rows, inParis));
}

function checkTypes(file: CsvFile, rows: readonly Declared[]): void {
  const lines = new Map<string, number>();
  for (const {line, edition, status, type} of rows) {
    const key = `${edition}, ${type}, ${status}`;
    const earlier = lines.get(key);
    if (earlier !== undefined) throw damaged(file, line, "une clé par ligne", `${key}, déjà en ligne ${earlier}`);
    lines.set(key, line);
  }
}

/** The places of one edition and status: names of one place become one row. */
function placesOf(rows: readonly Declared[]): Placed[] {
  const hasBothWoods = onlyTogether.every((name) => rows.some(({type}) => type === name));
  const place = (row: Declared) => (isFine(row.type) && !hasBothWoods ? null : (placeOf[row.type] ?? null));
  const known = new Set(rows.map(place));
  const merged = groupBy(rows, (row) => place(row) ?? row.type);
  return [...merged.values()].map((names) => {
    const [first] = names as [Declared];
    const id = place(first);
    const {type: _, ...row} = first;
    return {
      ...row,
      place: id,
      kind: id !== null && isPart(id, known) ? "part" : "group",
      people_count: names.reduce((sum, {people_count}) => sum + people_count, 0),
      verification: names.every(({verification}) => verification === first.verification)
        ? first.verification
        : "1 source",
      mask: null,
      is_shown: false
    };
  });
}

/** A name that would single out one wood or one site. */
function isFine(type: string): boolean {
  return onlyTogether.includes(type) || type.startsWith("La Colline");
}

/** A group is a part where its own parts are not told. */
function isPart(place: string, known: ReadonlySet<string | null>): boolean {
  const members = groups[place]?.members;
  return place in partNames && !members?.some((member) => known.has(member));
}

/** The rows of one edition, with the rest of the total and the masks. */
function finished(file: CsvFile, rows: readonly Placed[], nights: readonly StagedNight[]): Placed[] {
  const partsOf = (status: string) => rows.filter((row) => row.status === status && row.kind === "part");
  const shown = statuses.toSorted((a, b) => partsOf(b).length - partsOf(a).length)[0] as string;
  const known = new Set(rows.map(({place}) => place));
  const totals = [
    Object.keys(partNames),
    ...[...known].flatMap((id) => (id && groups[id] ? [groups[id].members] : []))
  ];
  const masks = new Map<string, Mask>();
  for (const status of statuses) {
    const cells = partsOf(status).map((row) => ({key: row.place as string, count: row.people_count}));
    for (const [place, mask] of maskCells(cells, withHiddenPair(cells, totals)))
      if (masks.get(place) !== "threshold") masks.set(place, mask);
  }
  return statuses.flatMap((status) => {
    const own = rows
      .filter((row) => row.status === status)
      .map((row) => ({
        ...row,
        is_shown: status === shown && row.kind === "part",
        mask: row.place === null ? null : (masks.get(row.place) ?? null)
      }));
    const night = nights.find((one) => one.edition === own[0]?.edition && one.status === status);
    return [...own, ...pairOf(own), ...(status === shown ? restOf(file, own, night) : [])];
  });
}

/** Where one of the pair is small, the pair is published together: it counts as a total. */
function withHiddenPair(
  cells: readonly {key: string; count: number}[],
  totals: readonly (readonly string[])[]
): readonly (readonly string[])[] {
  const pair = groups.hospitals_and_landlords?.members ?? [];
  const isSmall = cells.some(({key, count: people}) => pair.includes(key) && people < 11);
  return isSmall && pair.every((place) => cells.some(({key}) => key === place)) ? [...totals, pair] : totals;
}

/** Hospitals and landlords together, where neither is shown. */
function pairOf(rows: readonly Placed[]): Placed[] {
  const pair = rows.filter(
    ({place, mask}) => mask !== null && groups.hospitals_and_landlords?.members.includes(place ?? "")
  );
  const [first] = pair;
  if (!first || pair.length < 2) return [];
  const people_count = pair.reduce((sum, row) => sum + row.people_count, 0);
  return [{...first, place: "hospitals_and_landlords", kind: "group", people_count, mask: null}];
}

/** What the printed places leave of the printed total; nothing when they reach it, or when no total is printed. */
function restOf(file: CsvFile, rows: readonly Placed[], night: StagedNight | undefined): Placed[] {
  const parts = rows.filter(({kind}) => kind === "part");
  const [first] = parts;
  if (!first || !night) return [];
  const sum = parts.reduce((total, {people_count}) => total + people_count, 0);
  if (sum > night.people_count)
    throw damaged(
      file,
      first.line,
      `des lieux de ${night.edition} de ${night.people_count} personnes au plus`,
      `${sum}`
    );
  if (sum === night.people_count) return [];
  return [
    {
      ...first,
      place: "not_itemised",
      people_count: night.people_count - sum,
      method: "reste",
      mask: null,
      is_shown: true,
      source_url: night.source_url
    }
  ];
}
