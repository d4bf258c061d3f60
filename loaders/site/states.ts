import {stateKey, stateOf, type Built, type FigureState, type Params} from "../../src/components/state.js";
import type {Figure} from "../../src/lib/figure.js";

/** Figures in the states that the site shows, each computed once. */
export class States {
  readonly #known = new Map<string, FigureState>();

  constructor(readonly marts: Built) {}

  /**
   * A figure in the state that its attributes ask for.
   *
   * @throws {Error} When two states that differ would stand at one address.
   */
  get(figure: Figure, params: Params): FigureState {
    const {corrections: _, ...own} = params;
    const key = stateKey(figure, params);
    const known = this.#known.get(key);
    if (!known) {
      const state = stateOf(figure, this.marts, params);
      this.#known.set(key, state);
      return state;
    }
    const {corrections: __, ...others} = known.params;
    if (!isSame(own, others))
      throw new Error(
        `figure « ${figure.id} » : des attributs qui se distinguent dans une adresse sont attendus, reçu ` +
          `${JSON.stringify(own)} et ${JSON.stringify(others)}, tous deux « ${key} ». Changez-en un.`
      );
    return known;
  }
}

function isSame(one: Params, other: Params): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** A figure and the attributes that ask for one of its states. */
export interface AskedState {
  figure: Figure;
  params: Params;
}

/**
 * What is published beside the pages: each figure in each state that a page shows, or as it is when no page shows it, and as declared
 * too where it obeys the switch; each address once.
 */
export function publishedStates(figures: readonly Figure[], shown: readonly AskedState[]): AskedState[] {
  const states = new Map<string, AskedState>();
  for (const figure of figures) {
    const asked = shown.filter((state) => state.figure === figure).map(({params}) => params);
    for (const params of asked.length > 0 ? asked : [{}])
      for (const corrections of figure.obeysCorrections ? ["avec", "sans"] : ["avec"]) {
        const state = {figure, params: {...params, corrections}};
        const key = stateKey(figure, state.params);
        if (!states.has(key)) states.set(key, state);
      }
  }
  return [...states.values()];
}
