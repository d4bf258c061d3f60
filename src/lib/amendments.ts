import {sumEuros} from "./money.js";
import type {Row} from "./schema.js";

/** Columns that an indicator of amounts of amendments reads. */
export const amendmentColumns = ["modification_count", "amount_eur", "amount_after_eur", "is_framework"] as const;

type Amended = Pick<Row<"award">, (typeof amendmentColumns)[number]>;

/** Why an amended award is left out of an indicator of amounts. */
export const amendmentExcludes = {
  framework: "accord-cadre, dont le montant est un plafond",
  initial: "montant initial absent ou de remplissage",
  meaning: "modification sans montant, ou dont on ignore si le montant est un ajout ou un nouveau total"
};

/** The key of {@link amendmentExcludes} that leaves an amended award out; null when its change is known. */
export function whyNoChange({
  is_framework,
  amount_eur,
  amount_after_eur
}: Amended): keyof typeof amendmentExcludes | null {
  if (is_framework) return "framework";
  if (amount_eur === null) return "initial";
  return amount_after_eur === null ? "meaning" : null;
}

/** Whether an amendment was declared. */
export function isAmended({modification_count}: Pick<Row<"award">, "modification_count">): boolean {
  return modification_count > 0;
}

/** What the amendments add to awards whose change is known, euros excluding tax; negative when they take off. */
export function addedEuros(rows: readonly Pick<Amended, "amount_eur" | "amount_after_eur">[]): number {
  return sumEuros(rows.flatMap(({amount_eur, amount_after_eur}) => [amount_after_eur ?? 0, -(amount_eur ?? 0)]));
}

/** What every indicator of amendments cannot say. */
export const amendmentLimits = [
  "La publication des modifications est incomplète : c’est un minimum.",
  "Un marché récent a eu moins de temps pour être modifié : les dernières années montent encore."
];
