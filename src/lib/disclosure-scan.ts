import {forbiddenDatasets, publishable, smallestShown} from "./disclosure.js";
import {groups, partNames} from "./night-places.js";
import type {TableName} from "./schema.js";

/** A published table: the rows of an Arrow file, of a CSV, of a table in a page. */
export interface ScannedTable {
  /** Where it stands, for the message. */
  path: string;
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
}

const numberOf = (cell: unknown): number | null => {
  if (typeof cell === "number" || typeof cell === "bigint") return Number(cell);
  const text = String(cell ?? "").replace(/[\s\u00a0\u202f]/g, "");
  return /^\d+$/.test(text) ? Number(text) : null;
};
const isPeople = (column: string) =>
  /^(people_count|people|personnes?|effectif|about_count|enfants|headcount)\b/i.test(column.trim());
const isArea = (column: string) =>
  /^(area|arrondissement|quartier|zone|secteur|commune_name|édition et zone)\b/i.test(column.trim());
const isProfile = (column: string) =>
  /^(sexe?|gender|femmes?|hommes?|women|men|âge|age|familles?|enfants?|children|mineurs?|enceintes?|ménage|household|nationalité|indicator|indicateur|category|modalité)\b/i.test(
    column.trim()
  );
const finePlace =
  /\b(rue|boulevard|bd|avenue|quai|square|porte|passage|impasse|villa|allée|station|gare) (de|du|des|d['’]|la|le|les|saint)\b|La Colline|Gaîté Lyrique|Stalingrad/i;
const geographic =
  /^(lat|lon|lng|latitude|longitude|geom|geometry|coordinates|geo_point.*|x_wgs84|y_wgs84|adresse|address|site_name)$/i;

/**
 * What a published table says that it may not: a count from 0 to 10, an area beside a profile, a place finer than an
 * arrondissement, a coordinate.
 *
 * @returns One sentence per breach, naming where it stands; empty when there is none.
 */
export function breachesOfTable({path, columns, rows}: ScannedTable): string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`${path}: expected ${what}. See src/lib/disclosure.ts.`);
  const geo = columns.find((column) => geographic.test(column.trim()));
  const people = columns.flatMap((column, i) => (isPeople(column) ? [i] : []));
  if (people.length === 0) return found;
  if (geo) say(`no place on a map beside people, got a column "${geo}"`);
  const [area, profile] = [columns.find(isArea), columns.find(isProfile)];
  if (area && profile) say(`no area crossed with a profile, got "${area}" beside "${profile}"`);
  for (const row of rows) {
    const words = row.filter((cell) => typeof cell === "string").join(" | ");
    const isRest = /not_itemised|non détaillé/.test(words);
    for (const i of people) {
      const count = numberOf(row[i]);
      if (count !== null && count < smallestShown && !isRest)
        say(`"moins de 11" for fewer than eleven people, got ${count} in "${columns[i]}" (${words.slice(0, 80)})`);
    }
    const place = finePlace.exec(words.replace(/https?:\S+/g, ""))?.[0];
    if (place) say(`no place finer than an arrondissement, got "${place}"`);
  }
  return found;
}

/** What a published data table says that it may not: one outside of the closed list, or a column outside of it. */
export function breachesOfSchema(name: string, columns: readonly string[], path: string): string[] {
  const allowed = publishable[name as TableName]?.split(" ");
  if (!allowed) return [];
  const unknown = columns.filter((column) => !allowed.includes(column));
  return unknown.map(
    (column) => `${path}: expected only the columns of the closed list, got "${column}". See src/lib/disclosure.ts.`
  );
}

const sentenceBreaches: readonly {what: string; pattern: RegExp}[] = [
  {
    what: '"moins de 11" for fewer than eleven people',
    pattern:
      /(?<![\d.,'’]|moins de |\d[\s\u00a0\u202f])\b(\d|10|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)[\s\u00a0\u202f](personnes?|femmes?|hommes?|enfants?|familles?|mineurs?)\b(?! sur )/i
  },
  {
    what: "no count of people at a place finer than an arrondissement",
    pattern: new RegExp(
      `\\d[\\s\\u00a0\\u202f](personnes?|enfants?)[^.;:!?\\n]{0,60}?(${finePlace.source})|(${finePlace.source})[^.;!?\\n]{0,40}\\d[\\s\\u00a0\\u202f]personnes?`,
      "i"
    )
  },
  {
    what: "no area crossed with a profile",
    pattern:
      /(\b\d{1,2}(er|e|ème)\b( arrondissement)?|arrondissement|Paris Centre)[^.;!?\n|]{0,60}?\d+[\s\u00a0\u202f%]*[^.;!?\n|\d]{0,20}\b(femmes|hommes|enfants|familles|mineurs|enceintes)\b/i
  },
  {
    what: '"moins de 11" beside a place or an area',
    pattern: new RegExp(
      `(${Object.entries(partNames)
        .filter(([id]) => id !== "not_itemised")
        .map(([, name]) => name.replace(/[()]/g, "\\$&"))
        .join(
          "|"
        )}|\\b\\d{1,2}(?:er|e)|Paris Centre \\(1er-4e\\))[\\s\\u00a0]:[\\s\\u00a0](\\d|10)\\b(?![\\s\\u00a0\\u202f]?[\\d%]|,\\d)`,
      "i"
    )
  },
  {
    what: "no place on a map",
    pattern:
      /"type"\s*:\s*"(Feature|FeatureCollection|Point|MultiPoint|Polygon|MultiPolygon)"|"(latitude|longitude|lat|lng)"\s*:/
  },
  {
    what: "no small count in data",
    pattern: /(?<!not_itemised"[^{}]{0,200})"(people_count|people|personnes|effectif)"\s*:\s*(\d|10)\s*[,}\]]/
  },
  {
    what: "no data set of places or persons",
    pattern: new RegExp(forbiddenDatasets.join("|"))
  }
];

/**
 * What a published text says that it may not.
 *
 * @param path Where it stands.
 * @param text A page, a picture or JSON, whole: tags end sentences, tables are read as tables.
 * @returns One sentence per breach; empty when there is none.
 */
export function breachesOfText(path: string, text: string): string[] {
  const tables = tablesIn(text, path).flatMap(breachesOfTable);
  const prose = decoded(
    text
      .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, "\n")
      .replace(/<table\b[\s\S]*?<\/table>/g, "\n")
      .replace(/(?:data-numbers|aria-label|title|content|href|src)="([^"]*)"/g, (_, value: string) => `>\n${value}\n<`)
      .replace(/<\/?(strong|em|a|b|i|span|code)\b[^>]*>/g, "")
      .replace(/<[^>]*>/g, "\n")
  );
  const sentences = sentenceBreaches.flatMap(({what, pattern}) => {
    const found = pattern.exec(prose)?.[0];
    return found ? [`${path}: expected ${what}, got "${found.trim().slice(0, 120)}". See src/lib/disclosure.ts.`] : [];
  });
  return [...tables, ...sentences];
}

function tablesIn(html: string, path: string): ScannedTable[] {
  return Array.from(html.matchAll(/<table\b[\s\S]*?<\/table>/g), ([table]) => {
    const [columns = [], ...rows] = Array.from(table.matchAll(/<tr\b[\s\S]*?<\/tr>/g), ([row]) =>
      Array.from(row.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g), ([, cell]) =>
        decoded((cell ?? "").replace(/<[^>]*>/g, "")).trim()
      )
    );
    return {path, columns, rows};
  });
}

function decoded(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    quot: '"',
    amp: "&",
    lt: "<",
    gt: ">",
    nbsp: "\u00a0",
    "#x27": "'",
    "#39": "'"
  };
  return text.replace(/&(quot|amp|lt|gt|nbsp|#x27|#39);/g, (_, name: string) => entities[name] ?? "");
}

/** A published count by place: what {@link givenBack} needs of a row. */
export interface PlaceCount {
  edition: number;
  status: string;
  place: string;
  /** Null when hidden. */
  people: number | null;
}

/**
 * Hidden counts that subtraction gives back: each published sum (the total of an edition, a group of places) less all
 * that is shown of it, and the difference of two sums; what is given back once is used again. Where a status does not
 * tell a place, the number of another status of the same edition stands in: it is close enough to betray a small count.
 *
 * @param rows Every published count by place.
 * @param totals Every published total, by edition and status.
 * @returns One sentence per count that is given back.
 */
export function givenBack(
  rows: readonly PlaceCount[],
  totals: readonly {edition: number; status: string; people: number}[]
): string[] {
  const statuses = [...new Map(rows.map((row) => [`${row.edition} ${row.status}`, row])).values()];
  return statuses.flatMap(({edition, status}) => {
    const all = rows.filter((row) => row.edition === edition);
    const own = all.filter((row) => row.status === status);
    const known = new Map([...all, ...own].map(({place, people}) => [place, people]));
    const isGroup = (place: string) => !(place in partNames) || isToldApart(place, known);
    const parts = [...known.keys()].filter((place) => !isGroup(place));
    const total = totals.find((one) => one.edition === edition && one.status === status);
    const sums: Sum[] = [
      ...(total && parts.includes("street") ? [{sum: total.people, members: parts}] : []),
      ...own.flatMap(({place, people}) => {
        const members = groups[place]?.members.filter((member) => parts.includes(member)) ?? [];
        return people === null || members.length === 0 || !isGroup(place) ? [] : [{sum: people, members}];
      })
    ];
    return solved([...sums, ...differences(sums)], known).map(
      ([place, people]) =>
        `${edition} (${status}): expected "${place}" to stay hidden, got ${people} by subtraction. Hide another count.`
    );
  });
}

/** A published sum and the places that it adds up. */
interface Sum {
  sum: number;
  members: readonly string[];
}

/** A group of which a member is told is a sum; else it is a part. */
function isToldApart(place: string, known: ReadonlyMap<string, unknown>): boolean {
  return groups[place]?.members.some((member) => known.has(member)) ?? false;
}

function differences(sums: readonly Sum[]): Sum[] {
  return sums.flatMap((a) =>
    sums.flatMap((b) =>
      a !== b && b.members.every((member) => a.members.includes(member))
        ? [{sum: a.sum - b.sum, members: a.members.filter((member) => !b.members.includes(member))}]
        : []
    )
  );
}

/** Solves sums of which one member is hidden, one after the other, until none is left. */
function solved(sums: readonly Sum[], counts: ReadonlyMap<string, number | null>): [place: string, people: number][] {
  const known = new Map(counts);
  const found: [string, number][] = [];
  for (let before = -1; before < found.length;) {
    before = found.length;
    for (const {sum, members} of sums) {
      const [hidden, ...others] = members.filter((member) => known.get(member) === null);
      if (hidden === undefined || others.length > 0) continue;
      const people = sum - members.reduce((shown, member) => shown + (known.get(member) ?? 0), 0);
      known.set(hidden, people);
      found.push([hidden, people]);
    }
  }
  return found;
}
