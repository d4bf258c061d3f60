import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

/** Where a legal unit has its seat, as far as it can be known; of a place outside France nothing is. */
export interface Place {
  commune_code: string | null;
  commune_name: string | null;
  department_code: string | null;
  region_code: string | null;
}

/** What a register tells of a place. */
export interface DeclaredPlace {
  commune_code: string | null;
  commune_name: string | null;
  postcode: string | null;
}

interface Commune {
  code: string;
  nom: string;
  type: string;
  /** Of a former commune: the code of the one that took it in. */
  chefLieu?: string;
  departement: string;
  region: string;
  codesPostaux?: string[];
}

const file = new URL("../../node_modules/@etalab/decoupage-administratif/data/communes.json", import.meta.url);
const nowhere: Place = {commune_code: null, commune_name: null, department_code: null, region_code: null};

/** Reads France's communes: 13 MB, only worth it when there are places to resolve. */
export function readCommunes(): Commune[] {
  return JSON.parse(readFileSync(fileURLToPath(file), "utf8")) as Commune[];
}

/**
 * Makes the function that finds a declared place among the communes. Its code decides; else its postcode with its name,
 * or with no other commune to choose from; else its name, when one commune alone bears it in the department. Where the
 * communes of a postcode cannot be told apart, the department and region that they share are kept. Districts of Paris,
 * Lyon and Marseille are places of their own; a former commune is the one that took it in.
 */
export function placeFinder(communes: readonly Commune[]): (declared: DeclaredPlace) => Place {
  const present = communes.filter(({type}) => type === "commune-actuelle" || type === "arrondissement-municipal");
  const byCode = new Map(present.map((commune) => [commune.code, commune]));
  for (const {code, chefLieu} of communes) {
    const parent = byCode.get(chefLieu ?? "");
    if (parent && !byCode.has(code)) byCode.set(code, parent);
  }
  const byPostcode = grouped(present, (commune) => commune.codesPostaux ?? []);
  const byName = grouped(present, (commune) => [plain(commune.nom)]);

  return ({commune_code, commune_name, postcode}) => {
    const coded = byCode.get(commune_code ?? "");
    if (coded) return placeOf([coded]);
    const name = plain(commune_name ?? "");
    const sharing = byPostcode.get(postcode ?? "") ?? [];
    const districts = sharing.filter(({type}) => type === "arrondissement-municipal");
    const near = districts.length > 0 ? districts : sharing;
    const named = near.filter(({nom}) => plain(nom) === name);
    if (near.length > 0) return placeOf(named.length === 1 ? named : near);
    const namesakes = byName.get(name) ?? [];
    return placeOf(
      postcode === null ? exactlyOne(namesakes) : exactlyOne(namesakes.filter((commune) => isOf(commune, postcode)))
    );
  };
}

/** The only commune, or what several have in common. */
function placeOf(communes: readonly Commune[]): Place {
  const [first] = communes;
  if (!first) return nowhere;
  const isOnly = communes.length === 1;
  return {
    commune_code: isOnly ? first.code : null,
    commune_name: isOnly ? first.nom : null,
    department_code: communes.every(({departement}) => departement === first.departement) ? first.departement : null,
    region_code: communes.every(({region}) => region === first.region) ? first.region : null
  };
}

function exactlyOne(communes: readonly Commune[]): readonly Commune[] {
  return communes.length === 1 ? communes : [];
}

/** True when a postcode that no commune has, that of a large recipient, begins like the department. */
function isOf({departement}: Commune, postcode: string): boolean {
  return postcode.startsWith(departement.replace(/^2[AB]$/, "20"));
}

/** A name without accents, districts and mail words: "ST-DENIS CEDEX 2" and "Saint-Denis" are the same. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/Œ/g, "OE")
    .replace(/[^A-Z]+/g, " ")
    .replace(/ CEDEX.*/, "")
    .replace(/\bSTE\b/g, "SAINTE")
    .replace(/\bST\b/g, "SAINT")
    .trim();
}

function grouped(communes: readonly Commune[], keysOf: (commune: Commune) => readonly string[]) {
  const groups = new Map<string, Commune[]>();
  for (const commune of communes)
    for (const key of keysOf(commune)) {
      const group = groups.get(key);
      if (group) group.push(commune);
      else groups.set(key, [commune]);
    }
  return groups;
}
