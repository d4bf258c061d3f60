import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {dirtRates} from "../../loaders/sample/dirt.js";
import {fictionalPrefix} from "../../loaders/sample/fictional-id.js";
import {formatSample} from "../../loaders/sample/format.js";
import {embeddedSample, generateSample} from "../../loaders/sample/generate.js";
import {generateLarge} from "../../loaders/sample/large.js";
import {objectMark, type SampleContract} from "../../loaders/sample/record.js";
import {isSiren, isSiret} from "../../src/lib/siren.js";

const sample = generateSample(embeddedSample);
const {marche: contracts, concession: concessions} = sample;
const packed = readFileSync(new URL("../../data/sample/decp-exemple.json.gz", import.meta.url));

const holdersOf = (contract: SampleContract) => contract.titulaires.map(({titulaire}) => titulaire);
const idsOf = (contract: SampleContract) => holdersOf(contract).map(({id}) => id);
const key = ({montant, dateNotification, objet}: SampleContract) => `${montant} ${dateNotification} ${objet}`;
const lag = (contract: SampleContract) =>
  (Date.parse(contract.datePublicationDonnees) - Date.parse(contract.dateNotification)) / 86_400_000;

function groupsBy(of: (contract: SampleContract) => string): SampleContract[][] {
  const groups = new Map<string, SampleContract[]>();
  for (const contract of contracts) groups.set(of(contract), [...(groups.get(of(contract)) ?? []), contract]);
  return [...groups.values()];
}

/** Groups of records with one amount, date and object, but an identifier each: no placeholder among them. */
const alike = groupsBy(key)
  .map((group) => [...new Map(group.map((contract) => [contract.id, contract])).values()])
  .filter((group) => group.length > 1 && (group[0]?.montant ?? 0) > 10);
const repeated = alike.filter((group) => new Set(group.flatMap(idsOf)).size === group.length);

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const endsLikeItself = (id: string) => id.length === 14 && id.slice(9) === id.slice(0, 5) && !isSiret(id);

describe("the embedded sample", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(formatSample(generateSample(embeddedSample))).toBe(formatSample(sample));
    expect(formatSample(generateSample({...embeddedSample, seed: 22}))).not.toBe(formatSample(sample));
  });

  it("is what the repository carries", () => {
    expect(gunzipSync(packed).toString("utf8")).toBe(formatSample(sample));
  });

  it("weighs less than 300 kB and bears no date of its own", () => {
    expect(packed.length).toBeLessThan(300_000);
    expect([...packed.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  });

  it("says in each object, company and buyer that it is fictional", () => {
    for (const contract of contracts) {
      expect(contract.objet.startsWith(objectMark)).toBe(true);
      expect(contract.acheteur.nom).toContain("fictive");
      for (const {denominationSociale} of holdersOf(contract))
        expect(denominationSociale).toMatch(/^Exemple .*\(fictif\)$/);
    }
    for (const {objet} of concessions) expect(objet.startsWith(objectMark)).toBe(true);
  });

  it("names nobody: each SIREN passes its key and lies under the numbers that INSEE allots", () => {
    const declared = [
      ...contracts.flatMap((contract) => [contract.acheteur.id, ...idsOf(contract)]),
      ...concessions.flatMap((grant) => [
        grant.autoriteConcedante.id,
        grant.concessionnaires[0]?.concessionnaire.id ?? ""
      ])
    ];
    const sirens = declared.filter((id) => id.length >= 9).map((id) => id.slice(0, 9));
    expect(sirens.length).toBeGreaterThan(3000);
    expect(
      sirens.filter((siren) => !isSiren(siren) || !siren.startsWith(fictionalPrefix) || Number(siren) === 0)
    ).toEqual([]);
  });

  it("gives a SIREN one name, and keeps one name for it", () => {
    const names = new Map<string, Set<string>>();
    for (const {id, denominationSociale} of contracts.flatMap(holdersOf).filter(({id}) => isSiret(id)))
      names.set(id.slice(0, 9), (names.get(id.slice(0, 9)) ?? new Set()).add(denominationSociale));
    names.delete(contracts[0]?.acheteur.id.slice(0, 9) ?? "");
    expect([...names.values()].filter((set) => set.size !== 1)).toEqual([]);
  });

  it("covers 2019 to 2025, grows, and dips in 2020", () => {
    const byYear = groupsBy(({dateNotification}) => dateNotification.slice(0, 4))
      .map((group) => [group[0]?.dateNotification.slice(0, 4), group.length] as const)
      .sort(([a], [b]) => Number(a) - Number(b));
    expect(byYear.map(([year]) => year)).toEqual(["2019", "2020", "2021", "2022", "2023", "2024", "2025"]);
    const counts = byYear.map(([, count]) => count);
    expect(counts[1]).toBeLessThan(0.85 * (counts[0] ?? 0));
    expect(counts[1]).toBeLessThan(0.85 * (counts[2] ?? 0));
    expect(counts[6]).toBeGreaterThan(1.2 * (counts[0] ?? 0));
  });

  it("gives the ten largest suppliers a share near that of Paris, 23 %", () => {
    const amounts = new Map<string, number>();
    for (const group of groupsBy(key)) {
      const holders = new Set(group.flatMap(idsOf).map((id) => id.slice(0, 9)));
      for (const holder of holders)
        amounts.set(holder, (amounts.get(holder) ?? 0) + (group[0]?.montant ?? 0) / holders.size);
    }
    const sorted = [...amounts.values()].sort((a, b) => b - a);
    const share = sum(sorted.slice(0, 10)) / sum(sorted);
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.3);
  });
});

describe("the dirt of the embedded sample", () => {
  const apeEnd = /^[0-9]{13}[A-Z]$/;
  const holderCount = (isBroken: (id: string) => boolean) => contracts.flatMap(idsOf).filter(isBroken).length;
  const count = (isDirty: (contract: SampleContract) => boolean) => contracts.filter(isDirty).length;
  const buyerId = contracts[0]?.acheteur.id;

  const found: Record<keyof typeof dirtRates, number> = {
    placeholderAmount: count(({montant}) => montant === 10),
    repeatedFramework: repeated.length,
    repeatedFrameworkRows: repeated.flat().length,
    sameHolderTwins: alike.length - repeated.length,
    laterDuplicate: contracts.length - new Set(contracts.map(({id}) => id)).size,
    modified: count(({modifications}) => modifications !== undefined),
    sirenAndFirstFive: holderCount(endsLikeItself),
    sirenAndApe: holderCount((id) => apeEnd.test(id)),
    wrongKey: holderCount((id) => /^[0-9]{14}$/.test(id) && !isSiret(id) && !endsLikeItself(id)),
    wrongLength: holderCount((id) => id.length !== 14 && id !== ""),
    emptyHolder: holderCount((id) => id === ""),
    selfAward: holderCount((id) => id === buyerId),
    publishedBefore: count((contract) => lag(contract) < 0),
    publishedLate: count((contract) => lag(contract) > 62),
    contradictoryTechnique: count(({techniques}) => techniques.technique.join() === "Accord-cadre,Sans objet"),
    originStated: count(({origineUE}) => origineUE > 0),
    offersNotCommunicated: count(({offresRecues}) => offresRecues === "NC"),
    innovative: count(({marcheInnovant}) => marcheInnovant),
    sevenDigitCpv: count(({codeCPV}) => codeCPV.length === 7),
    severalHolders: count(({titulaires}) => titulaires.length > 1)
  };

  it.each(Object.entries(dirtRates))("has %s at its real rate, give or take a fifth", (kind, rate) => {
    const expected = rate * contracts.length;
    const margin = Math.max(1, 0.2 * expected);
    expect(Math.abs(found[kind as keyof typeof dirtRates] - expected)).toBeLessThanOrEqual(margin);
  });

  it("declares a repeated framework once for each of its different holders, up to fourteen", () => {
    expect(Math.max(...repeated.map((group) => group.length))).toBe(14);
    for (const group of repeated) expect(group.every(({titulaires}) => titulaires.length === 1)).toBe(true);
  });

  it("publishes a duplicate later than the record it repeats, with more modifications", () => {
    const duplicates = groupsBy(({id}) => id).filter((group) => group.length > 1);
    for (const [older, newer] of duplicates) {
      expect(Date.parse(newer?.datePublicationDonnees ?? "")).toBeGreaterThan(
        Date.parse(older?.datePublicationDonnees ?? "")
      );
      expect(newer?.modifications?.length).toBeGreaterThan(older?.modifications?.length ?? 0);
      expect(newer?.montant).toBe(older?.montant);
    }
  });

  it("declares what a modification adds, a small part of the amount", () => {
    const shares = contracts.flatMap(({montant, modifications}) =>
      (modifications ?? []).map(({modification}) => modification.montant / montant)
    );
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(Math.max(...shares)).toBeLessThan(0.11);
  });
});

describe("a large file", () => {
  it("holds exactly as many contracts as asked, of about 1.3 kB, each with its own identifier or a duplicate's", () => {
    const text = [...generateLarge(5300)].join("");
    const parsed = JSON.parse(text) as {marches: {marche: SampleContract[]}};
    expect(parsed.marches.marche).toHaveLength(5300);
    expect(Buffer.byteLength(text) / 5300).toBeGreaterThan(1200);
    expect(Buffer.byteLength(text) / 5300).toBeLessThan(1400);
    const duplicates = 5300 - new Set(parsed.marches.marche.map(({id}) => id)).size;
    expect(duplicates).toBe(Math.round(dirtRates.laterDuplicate * 5000) + Math.round(dirtRates.laterDuplicate * 300));
  });

  it("cannot be smaller than the rarest fault allows", () => {
    expect(() => [...generateLarge(100)]).toThrow(RangeError);
  });
});
