import type {Row} from "../schema.js";

type Factor = Pick<Row<"equivalence">, "key" | "label" | "value" | "unit" | "quantity" | "vintage" | "source_url">;

/** What a quantity of emissions counts: those of the territory alone, or everything that its life causes. */
type Scope = "territory" | "footprint";

/** A quantity of emissions, with its scope. */
export interface Emitted {
  kg: number;
  scope: Scope;
}

/** How many everyday things emit as much. */
export interface Everyday {
  key: string;
  label: string;
  /** Number of units, ≥ 0. */
  count: number;
  /** The unit counted: `km`, `repas`, `aller-retour/passager` … */
  per: string;
  vintage: string;
  sourceUrl: string;
}

/**
 * How many times an everyday thing fits into a quantity.
 *
 * @param factors Factors in kilograms of CO₂ equivalent per unit. They count what a thing causes wherever it is: plane,
 * farm, refinery.
 * @returns One entry per factor, in their order.
 * @throws {RangeError} On a quantity of the territory alone, which such a factor would exceed, on a negative quantity,
 * or on a factor of something else than greenhouse gases.
 */
export function everyday({kg, scope}: Emitted, factors: readonly Factor[]): Everyday[] {
  if (scope !== "footprint")
    throw new RangeError(`everyday: expected a footprint, got "${scope}". Compare only quantities of one scope.`);
  if (!(kg >= 0)) throw new RangeError(`everyday: expected a quantity of 0 or more, got ${kg}. Check it.`);
  return factors.map(({key, label, value, unit, quantity, vintage, source_url}) => {
    const per = /^kgCO2e\/(.+)$/.exec(unit)?.[1];
    if (per === undefined || quantity !== "gaz à effet de serre")
      throw new RangeError(`everyday: expected kgCO2e of greenhouse gases, got "${unit}" of "${quantity}" (${key}).`);
    return {key, label, count: kg / value, per, vintage, sourceUrl: source_url};
  });
}
