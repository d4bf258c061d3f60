/**
 * A human indicator as data: what a group composes in the workshop, what a proposal of the register holds, and what a file of
 * `src/indicators/human` declares. Nothing in it is ever run as code.
 */
export interface HumanDefinition {
  /** Kebab-case; the address of its passport page. */
  id: string;
  /** Rises whenever what is counted, or the words around it, change. */
  version: number;
  /** At most fifteen words, no acronym, no number. */
  title: string;
  /** One sentence that a neighbour can picture, with slots in braces: `{un_sur}`, `{valeur}`, `{annee}` … see {@link slotNames}. */
  sentence: string;
  /** Id of the technical indicator that gives the number, and that stands beside it. */
  measure: string;
  /** Rows kept before it is computed: each column of its table equals the value. Empty: every row that it covers. */
  filter: Readonly<Record<string, string | number>>;
  comparison: Comparison;
  /** Key of the table `equivalence`; null when the sentence needs none. */
  equivalence: string | null;
  /** The event that would make it show bad news, in words; an indicator that cannot is not admissible. */
  badNews: string;
  /** Who answers for it: a service or a college, never a person. */
  owner: string;
  /** What would make it move. */
  lever: string;
  /** How it could be made to look better without anything getting better. */
  gaming: string;
  /** `exemple` until a real workshop stands behind it. */
  origin: "exemple" | "atelier";
  /** Scores from 0 to 2 on each criterion. */
  criteria: Readonly<Record<CriterionId, 0 | 1 | 2>>;
}

/** What the value is set beside. */
export type Comparison =
  | {kind: "none"}
  /** The same measure one step earlier of a yearly column (`year`, `edition`). */
  | {kind: "previous"; column: string}
  /** A promised value, in the unit of the measure, with the page that promises it. */
  | {kind: "target"; value: number; year: number; source: string}
  /** The same measure over other rows: another place, another domain. */
  | {kind: "other"; filter: Readonly<Record<string, string | number>>; label: string};

/**
 * The seven criteria of "simple and human".
 *
 * @see `simple`: said in one sentence without acronym · `picture`: a neighbour can picture it · `place`: touches a gesture or a place ·
 * `measurable`: measured, or measurable at a known cost · `worse`: can get worse · `comparable`: between districts · `owned`: has an owner.
 */
export type CriterionId = "simple" | "picture" | "place" | "measurable" | "worse" | "comparable" | "owned";

/**
 * Slots of a sentence. `valeur` the value in its unit; `un_sur` "un sur quatre", `une_sur` the same of a feminine noun; `sur_dix` "trois sur dix"; `annee` the year of the
 * rows; `reference` the value compared with; `ecart` the difference in words; `equivalence` how many everyday things; `nombre` the
 * rows used. A slot without value makes the whole sentence abstain, with the reason.
 */
export const slotNames = [
  "valeur",
  "un_sur",
  "une_sur",
  "sur_dix",
  "annee",
  "reference",
  "ecart",
  "equivalence",
  "nombre"
] as const;

/** Name of a slot, as written between braces. */
export type SlotName = (typeof slotNames)[number];
