import {isSiret} from "../../src/lib/siren.js";
import type {Random} from "./random.js";
import {buyer, type Holder, type SampleContract} from "./record.js";

/**
 * How often each kind of dirt stands in Paris's own files, over all records: 2,206 of 2024–2025, and 3,850 of 2019–2022
 * for the three last. Lengths are those of holder identifiers.
 */
export const dirtRates = {
  placeholderAmount: 96 / 2206,
  repeatedFramework: 51 / 2206,
  repeatedFrameworkRows: 157 / 2206,
  sameHolderTwins: 2 / 2206,
  laterDuplicate: 6 / 2206,
  modified: 18 / 2206,
  sirenAndFirstFive: 32 / 2206,
  sirenAndApe: 45 / 2206,
  wrongKey: 13 / 2206,
  wrongLength: 30 / 2206,
  emptyHolder: 17 / 2206,
  selfAward: 1 / 2206,
  publishedBefore: 6 / 2206,
  publishedLate: 304 / 2206,
  contradictoryTechnique: 28 / 2206,
  originStated: 6 / 2206,
  offersNotCommunicated: 2 / 2206,
  innovative: 2 / 2206,
  sevenDigitCpv: 60 / 3850,
  severalHolders: 443 / 3850
} as const;

/** The number of records that a kind of dirt takes among `records`; at least one. */
export function quota(kind: keyof typeof dirtRates, records: number): number {
  return Math.max(1, Math.round(dirtRates[kind] * records));
}

/** The thirty identifiers of a wrong length in Paris's files of 2024–2025, and how many there are of each kind. */
const wrongLengths: readonly (readonly [(siret: string) => string, number])[] = [
  [(siret) => siret.slice(0, 10), 15],
  [(siret) => siret.slice(0, 11), 3],
  [(siret) => siret.slice(0, 13), 3],
  [(siret) => `${siret}${siret.slice(9)}`, 1],
  [(siret) => `${siret.slice(0, 9)}SAS`, 1],
  [() => "00001", 4],
  [() => "1", 2],
  [() => "NA", 1]
];

const apeCodes = ["4120B", "7111Z", "7112B", "8130Z", "4321A", "6201Z", "9001Z"];

/**
 * Spoils records in place, each kind on its quota of records. Kinds that touch the same field never meet.
 *
 * @param contracts Clean records; an amount of 10 € or a broken holder replaces what stands there.
 * @param isProtected Records whose amount and holders must stay as they are: repeated frameworks, twins, duplicates.
 */
export function spoil(
  contracts: readonly SampleContract[],
  isProtected: (contract: SampleContract) => boolean,
  random: Random
): void {
  const n = contracts.length;
  const free = random.shuffled(contracts.filter((contract) => !isProtected(contract)));
  for (const contract of free.splice(0, quota("placeholderAmount", n))) contract.montant = 10;

  spoilHolders(contracts, isProtected, random);

  const anyOrder = random.shuffled(contracts);
  const framework = anyOrder.filter((contract) => contract.techniques.technique[0] === "Accord-cadre");
  for (const contract of framework.slice(0, quota("contradictoryTechnique", n)))
    contract.techniques = {technique: ["Accord-cadre", "Sans objet"]};

  const leadingZero = anyOrder.filter((contract) => contract.codeCPV.startsWith("0"));
  for (const contract of leadingZero.slice(0, quota("sevenDigitCpv", n))) contract.codeCPV = contract.codeCPV.slice(1);

  const alone = random.shuffled(contracts.filter((contract) => !isProtected(contract)));
  for (const contract of alone.splice(0, quota("originStated", n)))
    [contract.origineUE, contract.origineFrance] = random.pick([[1, 1] as const, [0.01, 0.01], [1, 0.5]]);
  for (const contract of alone.splice(0, quota("offersNotCommunicated", n))) contract.offresRecues = "NC";
  for (const contract of alone.splice(0, quota("innovative", n))) contract.marcheInnovant = true;
}

/** Breaks holder identifiers. A company that is entered wrongly once tends to be so again, as in the real files. */
function spoilHolders(
  contracts: readonly SampleContract[],
  isProtected: (contract: SampleContract) => boolean,
  random: Random
): void {
  const bySiret = new Map<string, Holder["titulaire"][]>();
  for (const contract of contracts) {
    const [holder, second] = contract.titulaires;
    if (!holder || second || isProtected(contract)) continue;
    bySiret.set(holder.titulaire.id, [...(bySiret.get(holder.titulaire.id) ?? []), holder.titulaire]);
  }
  const companies = random.shuffled([...bySiret]);

  const spread = (
    kind: keyof typeof dirtRates,
    broken: (siret: string) => string,
    isFit: (siret: string) => boolean = () => true
  ) => {
    let left = quota(kind, contracts.length);
    for (let i = 0; left > 0 && i < companies.length; i++) {
      const [siret, holders] = companies[i] as (typeof companies)[number];
      if (!isFit(siret)) continue;
      companies.splice(i--, 1);
      for (const holder of holders) {
        if (left === 0 || random.chance(0.3)) continue;
        holder.id = broken(siret);
        left--;
      }
    }
  };

  // One such number in ten passes the SIRET key by chance; nobody could tell it from a true one.
  spread("sirenAndFirstFive", sirenTwice, (siret) => !isSiret(sirenTwice(siret)));
  spread("sirenAndApe", (siret) => siret.slice(0, 9) + random.pick(apeCodes));
  spread("wrongKey", (siret) => siret.slice(0, 13) + ((Number(siret[13]) + random.integer(1, 9)) % 10));
  spread("wrongLength", (siret) => random.weighted(wrongLengths)(siret));
  spread("emptyHolder", () => "");
  spread("selfAward", () => buyer.id);
}

function sirenTwice(siret: string): string {
  return siret.slice(0, 9) + siret.slice(0, 5);
}
