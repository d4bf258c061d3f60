import type {Sample} from "./generate.js";
import {buyer} from "./record.js";
import {seeded, type Random} from "./random.js";
import {communes, employers, establishedForms, activities} from "./register-words.js";

/** One legal unit of the fictional register, in the columns of an extract of Sirene. */
export interface SampleUnit {
  siren: string;
  /** Empty for a sole trader. */
  nom: string;
  forme_juridique: string;
  activite_principale: string;
  tranche_effectifs: string;
  date_creation: string;
  etat: "A" | "C";
  code_commune: string;
  categorie_entreprise: string;
  /** `O`, or nothing: the register hardly ever says no. */
  est_ess: string;
}

/** A supplier as the records declare it. */
interface Declared {
  siren: string;
  name: string;
  cpv: string;
  firstYear: number;
  contracts: number;
}

/** Shares of what a register does not know or tells late, near those of the suppliers of Paris. */
const shares = {
  missing: 0.05,
  closed: 0.08,
  unknownDay: 0.03,
  unknownForm: 0.04,
  unknownCategory: 0.07,
  mentionedEss: 0.02
};

/**
 * Invents the register of the sample's suppliers: every legal form that the sample names, companies that are missing,
 * closed, without staff, without a known date; no name for a sole trader.
 *
 * @returns Sorted by SIREN; the fictional City itself is not in it.
 */
export function registerOf(sample: Sample, seed: number): SampleUnit[] {
  const random = seeded(seed);
  const found = declaredIn(sample).filter(() => !random.chance(shares.missing));
  return found.map((supplier) => unitOf(supplier, random));
}

/** The text of a register: one header line, one unit a line, no cell with a comma or a quote. */
export function formatRegister(units: readonly SampleUnit[]): string {
  const columns = Object.keys(units[0] ?? {}) as (keyof SampleUnit)[];
  return [columns, ...units.map((unit) => columns.map((column) => unit[column]))]
    .map((row) => `${row.join(",")}\n`)
    .join("");
}

function declaredIn({marche, concession}: Sample): Declared[] {
  const suppliers = new Map<string, Declared>();
  const meet = (
    {id, denominationSociale: name}: {id: string; denominationSociale: string},
    cpv: string,
    date: string
  ) => {
    const siren = id.slice(0, 9);
    if (id.length < 9 || siren === buyer.id.slice(0, 9)) return;
    const year = Number(date.slice(0, 4));
    const known = suppliers.get(siren) ?? {siren, name, cpv, firstYear: year, contracts: 0};
    suppliers.set(siren, {...known, firstYear: Math.min(known.firstYear, year), contracts: known.contracts + 1});
  };
  for (const {titulaires, codeCPV, dateNotification} of marche)
    for (const {titulaire} of titulaires) meet(titulaire, codeCPV.padStart(8, "0"), dateNotification);
  for (const {concessionnaires, dateSignature} of concession)
    for (const {concessionnaire} of concessionnaires) meet(concessionnaire, "", dateSignature);
  return [...suppliers.values()].sort((a, b) => (a.siren < b.siren ? -1 : 1));
}

function unitOf({siren, name, cpv, firstYear, contracts}: Declared, random: Random): SampleUnit {
  const [form, word] = establishedForms.find(([, end]) => name.endsWith(` ${end} (fictif)`)) ?? ["1000", ""];
  const isSoleTrader = form === "1000";
  const size = random.weighted(
    isSoleTrader || form === "9220" ? employers.few : contracts > 3 ? employers.many : employers.usual
  );
  const isSocial = ["5458", "9220"].includes(form) || random.chance(shares.mentionedEss);
  return {
    siren,
    nom: isSoleTrader ? "" : name.replace("Exemple ", "").replace(` ${word} (fictif)`, " (fictif)"),
    forme_juridique: !isSoleTrader && random.chance(shares.unknownForm) ? "" : form,
    activite_principale: activities[cpv.slice(0, 2)] ?? "82.99Z",
    tranche_effectifs: size,
    date_creation: random.chance(shares.unknownDay) ? "1900-01-01" : creationDay(firstYear, random),
    etat: random.chance(shares.closed) ? "C" : "A",
    code_commune: random.weighted(communes),
    categorie_entreprise: isSoleTrader || random.chance(shares.unknownCategory) ? "" : categoryOf(size, random),
    est_ess: isSocial ? "O" : ""
  };
}

/** Most companies are some years old when they first win; a tenth is younger than two years. */
function creationDay(firstYear: number, random: Random): string {
  const age = random.chance(0.1)
    ? random.integer(1, 2)
    : Math.min(70, Math.round(Math.exp(2.6 + 0.8 * random.normal())) + 1);
  return `${firstYear - age}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}

/** The category of a band of staff; a few small companies belong to large groups. */
function categoryOf(band: string, random: Random): string {
  if (band >= "52" && band !== "NN") return "GE";
  if (band >= "32" && band !== "NN") return random.chance(0.3) ? "GE" : "ETI";
  return random.weighted([
    ["PME", 88],
    ["ETI", 8],
    ["GE", 4]
  ]);
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
