import {formatCount, formatYear} from "../lib/format.js";
import {sumEuros} from "../lib/money.js";
import type {Row, Tables} from "../lib/schema.js";

/** Where procurement figures come from. */
export const procurementSource = [
  {
    label: "acheteurs publics, données essentielles de la commande publique",
    url: "https://www.data.gouv.fr/datasets/5cd57bf68b4c4179299eb0e9"
  }
];

/** What to say when no award is there. */
export const noAward = "Aucun marché dans ces données. Lancez « npm run data » avec un fichier de marchés.";

/** The rule that takes a whole record out of the totals, because another record declares the same contract. */
const duplicateRule = "duplicate-contract";

/** Why the amount of an award does not count, with its name as a step of the correction. */
const amountIssues = {
  placeholder: "Montants de remplissage de 10 € ou moins",
  filler: "Montants tapés au hasard du clavier",
  "too-large": "Montants de plus de 3 milliards d’euros",
  currency: "Montants dans une autre monnaie"
};
type AmountIssue = keyof typeof amountIssues;

/** One reason why the declared total is not the corrected one. */
export interface Correction {
  id: "duplicates" | "frameworks" | AmountIssue;
  name: string;
  /** Records or contracts that it concerns. */
  count: number;
  /** What it takes off the declared total, euros excluding tax, ≥ 0. */
  amountEur: number;
}

/** From the total of all declared records to the corrected total; `declared − corrections = corrected`. */
export interface Corrections {
  declaredEur: number;
  recordCount: number;
  corrected: number;
  awardCount: number;
  steps: Correction[];
  missingCount: number;
  period: string;
}

/** Explains the difference between the total as declared and the corrected total. */
export function correctionsOf({award, finding}: Pick<Tables, "award" | "finding">): Corrections {
  const duplicates = finding.filter(({rule}) => rule === duplicateRule);
  const counted = award.filter(({amount_eur}) => amount_eur !== null);
  const repeated = counted.filter(({contract_count}) => contract_count > 1);
  const steps: Correction[] = [
    {
      id: "duplicates",
      name: "Enregistrements publiés deux fois",
      count: duplicates.length,
      amountEur: Math.abs(total(duplicates.map(({effect_eur}) => effect_eur)))
    },
    {
      id: "frameworks",
      name: "Accords-cadres répétés pour chaque titulaire",
      count: repeated.reduce((sum, {contract_count}) => sum + contract_count - 1, 0),
      amountEur: sumEuros(counted.map((row) => (row.amount_declared_eur ?? 0) - (row.amount_eur ?? 0)))
    },
    ...Object.entries(amountIssues).flatMap(([issue, name]): Correction[] => {
      const left = award.filter(({amount_issue}) => amount_issue === issue);
      if (left.length === 0) return [];
      return [
        {
          id: issue as AmountIssue,
          name,
          count: left.reduce((sum, {contract_count}) => sum + contract_count, 0),
          amountEur: total(left.map(({amount_declared_eur}) => amount_declared_eur))
        }
      ];
    })
  ];
  const corrected = total(counted.map(({amount_eur}) => amount_eur));
  return {
    declaredEur: sumEuros([corrected, ...steps.map(({amountEur}) => amountEur)]),
    recordCount: award.reduce((sum, {contract_count}) => sum + contract_count, 0) + duplicates.length,
    corrected,
    awardCount: award.length,
    steps,
    missingCount: award.filter(({amount_issue}) => amount_issue === "missing").length,
    period: periodOf(award)
  };
}

/** First and last year of award, in words; "période non publiée" when no award has a date. */
export function periodOf(award: readonly Pick<Row<"award">, "year">[]): string {
  const years = award.flatMap(({year}) => (year === null ? [] : [year]));
  if (years.length === 0) return "période non publiée";
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [9999, 0]);
  return first === last ? formatYear(first ?? 0) : `${formatYear(first ?? 0)} à ${formatYear(last ?? 0)}`;
}

/** A count with its noun: `1 marché`, `3 marchés`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count < 2 ? one : many}`;
}

function total(amounts: readonly (number | null)[]): number {
  return sumEuros(amounts.map((amount) => amount ?? 0));
}
