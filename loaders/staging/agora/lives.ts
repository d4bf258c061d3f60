import {isOver, states, statesAfter, type State} from "../../../src/lib/agora/life.js";
import {actors, stateWords} from "../../../src/lib/agora/words.js";
import {definitionProblems} from "../../../src/lib/human/read.js";
import type {Row} from "../../../src/lib/schema.js";
import {checkDay, entriesOf, known, type Entry} from "./entries.js";
import type {AgoraFiles, TabledProposal} from "./file.js";
import type {Session} from "./sessions.js";

/** A step with where it was written. */
export interface Step extends Pick<
  Row<"step">,
  "state" | "dated_on" | "actor" | "motive" | "document_url" | "session_id"
> {
  state: State;
  entry: Entry<unknown>;
  /** The key that names its state in the file. */
  key: string;
}

/** One version of a proposal and its life so far, in the order of time. */
export interface Life {
  id: string;
  version: number;
  entry: Entry<TabledProposal>;
  steps: Step[];
}

/** Names a version in maps and messages: `air-des-ecoles, version 2`. */
export function versionKey(id: string, version = 1): string {
  return `${id}, version ${version}`;
}

/** The state of a version at the end of a day; null before it was tabled. */
function maybeStateOn({steps}: Life, day: string): State | null {
  return steps.filter(({dated_on}) => dated_on <= day).at(-1)?.state ?? null;
}

/**
 * Lives of all versions, by {@link versionKey}. The tabling of a proposal is its first step; a yearly review is two: reviewed, then
 * what it decided.
 *
 * @throws {Error} On an unknown identifier, a version whose predecessor was not revised, a day that does not exist or is of another
 * year, days in disorder, or a step that may not follow the one before it.
 */
export function stageLives(
  {years}: AgoraFiles,
  colleges: ReadonlyMap<string, unknown>,
  sessions: ReadonlyMap<string, Session>
): Map<string, Life> {
  const lives = tabled(years, colleges);
  const everyone = new Map<string, unknown>([...colleges, ...Object.entries(actors)]);
  const add = (
    entry: Entry<{
      proposition: string;
      version?: number;
      date: string;
      acteur: string;
      motif: string;
      document?: string | null;
      seance?: string;
    }>,
    added: readonly State[],
    key: string
  ): void => {
    const {proposition, version, date, acteur, motif, document = null, seance} = entry.value;
    const life = known(entry, "proposition", versionKey(proposition, version), lives, "une version de proposition");
    checkDay(entry, "date", date, entry.year);
    known(entry, "acteur", acteur, everyone, "un acteur");
    if (seance !== undefined) known(entry, "seance", seance, sessions, "une séance");
    for (const state of added)
      life.steps.push({
        state,
        dated_on: date,
        actor: acteur,
        motive: motif,
        document_url: document,
        session_id: seance ?? null,
        entry,
        key
      });
  };
  const last = new Map<string, string>();
  for (const entry of entriesOf(years, "etapes")) {
    const {proposition, version, date, etat} = entry.value;
    const key = versionKey(proposition, version);
    const before = last.get(key);
    if (before !== undefined && date < before)
      throw entry.fault("date", `un jour à partir du ${before}, celui de l’étape d’avant`, date);
    last.set(key, date);
    add(entry, [stateOf(etat)], "etat");
  }
  for (const entry of entriesOf(years, "revues")) add(entry, ["reviewed", stateOf(entry.value.decision)], "decision");
  for (const life of lives.values()) {
    life.steps.sort((a, b) => (a.dated_on < b.dated_on ? -1 : a.dated_on > b.dated_on ? 1 : 0));
    checkOrder(life);
  }
  for (const life of lives.values()) checkPredecessor(life, lives);
  return lives;
}

function tabled(years: AgoraFiles["years"], colleges: ReadonlyMap<string, unknown>): Map<string, Life> {
  const lives = new Map<string, Life>();
  for (const entry of entriesOf(years, "propositions")) {
    const {id, version = 1, college, deposee_le, atelier, definition} = entry.value;
    const key = versionKey(id, version);
    if (lives.has(key)) throw entry.fault("id", "une seule fois chaque version d’une proposition", key);
    known(entry, "college", college, colleges, "un collège");
    checkDay(entry, "deposee_le", deposee_le, entry.year);
    const [problem] = definition === undefined ? [] : definitionProblems(definition);
    if (problem)
      throw entry.fault(
        `definition.${problem.path}`,
        "un indicateur que l’atelier relirait",
        `${problem.path} : ${problem.message}`
      );
    const motive =
      version > 1 ? "Nouvelle version." : atelier ? `Proposition issue de : ${atelier}.` : "Proposition déposée.";
    const first = {state: "proposed" as const, dated_on: deposee_le, actor: college, motive};
    lives.set(key, {id, version, entry, steps: [{...first, document_url: null, session_id: null, entry, key: "id"}]});
  }
  return lives;
}

function checkOrder({steps}: Life): void {
  steps.forEach((step, i) => {
    const before = steps[i - 1];
    const allowed = statesAfter(before?.state ?? null);
    if (allowed.includes(step.state)) return;
    const words = allowed.map((state) => stateWords[state].written).join(", ") || "plus rien";
    const after = before === undefined ? "" : ` après « ${stateWords[before.state].written} » du ${before.dated_on}`;
    throw step.entry.fault(step.key, `${words}${after}`, stateWords[step.state].written);
  });
}

/** A version opens after the one before it was revised. */
function checkPredecessor({id, version, entry}: Life, lives: ReadonlyMap<string, Life>): void {
  if (version === 1) return;
  const before = lives.get(versionKey(id, version - 1));
  const day = entry.value.deposee_le;
  const state = before === undefined ? null : maybeStateOn(before, day);
  if (state === "revised") return;
  const found = state === null ? "absente" : stateWords[state].written;
  throw entry.fault("version", `une version ${version - 1} révisée le ${day} au plus tard`, found);
}

function stateOf(written: string): State {
  return states.find((state) => stateWords[state].written === written) as State;
}

/** Rows of the proposals and their steps. */
export function proposalRows(lives: ReadonlyMap<string, Life>): {proposal: Row<"proposal">[]; step: Row<"step">[]} {
  const all = [...lives.values()];
  return {
    proposal: all.map(({id, version, entry, steps}) => {
      const {titre, verbatim, college, deposee_le, atelier, indicateur, definition, origine} = entry.value;
      const now = steps.at(-1) as Step;
      return {
        proposal_id: id,
        version,
        title: titre,
        body: verbatim,
        author_college: college,
        created_on: deposee_le,
        workshop: atelier ?? null,
        state: now.state,
        state_on: now.dated_on,
        indicator: indicateur ?? null,
        definition: definition === undefined ? null : JSON.stringify(definition),
        origin_platform: origine?.plateforme ?? null,
        origin_url: origine?.adresse ?? null,
        origin_state: origine?.etat ?? null,
        declared_progress_ratio: origine?.avancement ?? null,
        is_fictional: entry.isFictional,
        source_id: entry.sourceId
      };
    }),
    step: all.flatMap(({id, version, steps}) =>
      steps.map(({entry, key: _key, ...step}, i) => ({
        proposal_id: id,
        version,
        n: i + 1,
        ...step,
        is_fictional: entry.isFictional,
        source_id: entry.sourceId
      }))
    )
  };
}

/** The step that ended a version on this day or before; null while it lives. */
export function maybeEnd({steps}: Life, day: string): Step | null {
  return steps.find(({state, dated_on}) => isOver(state) && dated_on <= day) ?? null;
}
