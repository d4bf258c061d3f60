import {everyday, type Everyday} from "../metrics/everyday.js";
import type {Row} from "../schema.js";
import {inFull} from "./wording.js";

/** Everyday things, each in the words that follow its number. */
export const everydayWords: Readonly<Record<string, string>> = {
  "avion-pny": "allers-retours Paris – New York en avion, par passager",
  voiturethermique: "kilomètres en voiture thermique, une personne à bord",
  repasavecduboeuf: "repas avec du bœuf",
  repasvegetarien: "repas végétariens"
};

/** A row of the table of equivalences. */
export type EquivalenceRow = Pick<
  Row<"equivalence">,
  "key" | "label" | "value" | "unit" | "quantity" | "vintage" | "source_url" | "is_published"
>;

/**
 * How many everyday things are worth a value.
 *
 * @param perimeters What the rows behind the value cover: the factors count what a thing causes wherever it is, so only a
 * whole footprint can be told in them.
 * @returns The number of things, or why there is none: another unit, another scope, a factor unknown or not published.
 */
export function equivalenceOf(
  key: string,
  {value, unit, perimeters}: {value: number; unit: string; perimeters: ReadonlySet<unknown>},
  equivalences: readonly EquivalenceRow[]
): Everyday | string {
  const factor = equivalences.find((row) => row.key === key && row.is_published);
  if (!factor) return `Aucun facteur publié ne porte la clé « ${key} ».`;
  if (unit !== "mt" || factor.quantity !== "gaz à effet de serre" || !factor.unit.startsWith("kgCO2e/"))
    return `Ce facteur est en ${factor.unit} : il ne dit rien d’une mesure d’une autre unité.`;
  if (perimeters.size !== 1 || !perimeters.has("empreinte"))
    return "Les émissions locales n’ont pas d’équivalence : ces facteurs comptent aussi ce qui est émis ailleurs.";
  if (value < 0) return "Une quantité négative n’a pas d’équivalence.";
  return everyday({kg: value * 1e9, scope: "footprint"}, [factor])[0] as Everyday;
}

/** Everyday things in words, three digits of their number: `environ 9 millions d’allers-retours …`. */
export function sayEquivalence({key, count, label}: Pick<Everyday, "key" | "count" | "label">): string {
  return `environ ${inFull(count, everydayWords[key] ?? `fois « ${label} »`)}`;
}
