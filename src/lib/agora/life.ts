/**
 * States in the life of an indicator, in the order in which they may come. `adjourned` may be put to the vote again; `kept` is
 * measured and reviewed again; `revised` ends this version and allows the next; `rejected` and `retired` end it.
 */
export const states = [
  "proposed",
  "admissible",
  "discussed",
  "feasibility_reviewed",
  "put_to_vote",
  "adopted",
  "adjourned",
  "rejected",
  "measured",
  "reviewed",
  "kept",
  "revised",
  "retired"
] as const;

/** A state of a proposal. */
export type State = (typeof states)[number];

/** What may follow each state. A proposal may be said not admissible: it is then rejected without a vote, with the reason. */
const following: Readonly<Record<State, readonly State[]>> = {
  proposed: ["admissible", "rejected"],
  admissible: ["discussed"],
  discussed: ["feasibility_reviewed"],
  feasibility_reviewed: ["put_to_vote"],
  put_to_vote: ["adopted", "adjourned", "rejected"],
  adopted: ["measured"],
  adjourned: ["put_to_vote"],
  rejected: [],
  measured: ["reviewed"],
  reviewed: ["kept", "revised", "retired"],
  kept: ["measured"],
  revised: [],
  retired: []
};

/** The states that may follow one; `proposed` alone for a version that does not exist yet. */
export function statesAfter(state: State | null): readonly State[] {
  return state === null ? ["proposed"] : following[state];
}

/** True when a version in this state is over: nothing may be voted on it any more. */
export function isOver(state: State): boolean {
  return following[state].length === 0;
}

/** True when a version in this state is in use: it was adopted, and neither replaced nor given up. */
export function isInUse(state: State): boolean {
  return ["adopted", "measured", "reviewed", "kept"].includes(state);
}
