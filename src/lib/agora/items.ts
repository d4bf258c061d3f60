import {groupBy} from "../group-by.js";
import {equalColleges, onePersonOneVote, type CollegeVerdict, type Decision, type Outcome} from "../metrics/vote.js";
import type {Row, Tables} from "../schema.js";
import {decide, gradesOf, isGraded, verdictOf, yesNoOf, type Rule} from "./decision.js";

/** One college's ballots on an item. */
export interface CollegeVote {
  college: string;
  members: number;
  yes: number | null;
  no: number | null;
  abstain: number;
  /** Ballots by grade, from the worst; empty where voters said yes or no. */
  grades: number[];
  verdict: CollegeVerdict;
}

/** An item put to the vote, with what each college said and what follows. */
export interface Item {
  /** Names it in addresses: `seance-2026--achats-d-ici--1`. */
  key: string;
  proposal: string;
  title: string;
  /** The words of those who proposed it. */
  body: string;
  version: number;
  session: string;
  heldOn: string;
  rule: Rule;
  quorum: number;
  required: number;
  refusal: number;
  /** Place of the grade asked for; null where voters said yes or no. */
  floor: number | null;
  outcome: Outcome;
  reason: Decision["reason"];
  /** Colleges that made the reason. */
  by: string[];
  votes: CollegeVote[];
  /** Objections that were open that day. */
  objections: {college: string; reason: string}[];
  /** Null where voters gave a grade. */
  equal: number | null;
  person: number | null;
  isFictional: boolean;
}

/** Tables that {@link itemsOf} reads. */
export const itemTables = ["ballot_total", "session", "proposal", "college", "objection"] as const;

/** Names the item of a total in addresses. */
export function itemKey(total: Pick<Row<"ballot_total">, "session_id" | "proposal_id" | "version">): string {
  return `${total.session_id}--${total.proposal_id}--${total.version}`;
}

/** Items put to the vote, in the order of time, then of their totals; the colleges of each in their own order. */
export function itemsOf(tables: Pick<Tables, (typeof itemTables)[number]>): Item[] {
  const totals = tables.ballot_total.toSorted((a, b) => (a.held_on < b.held_on ? -1 : a.held_on > b.held_on ? 1 : 0));
  return [...groupBy(totals, itemKey)].flatMap(([key, item]) => itemOf(key, item, tables) ?? []);
}

/** Null when the tables do not hold the session or the proposal of these totals. */
function itemOf(
  key: string,
  totals: readonly Row<"ballot_total">[],
  tables: Pick<Tables, (typeof itemTables)[number]>
): Item | null {
  const [first] = totals as [Row<"ballot_total">];
  const {session_id, proposal_id, version, held_on} = first;
  const session = tables.session.find((one) => one.session_id === session_id);
  const proposal = tables.proposal.find((one) => one.proposal_id === proposal_id && one.version === version);
  if (!session || !proposal) return null;
  const nameOf = (id: string) => tables.college.find(({college_id}) => college_id === id)?.name ?? id;
  const rankOf = (id: string) => tables.college.find(({college_id}) => college_id === id)?.n ?? 0;
  const ordered = totals.toSorted((a, b) => rankOf(a.college_id) - rankOf(b.college_id));
  const open = tables.objection.filter(
    (one) =>
      one.proposal_id === proposal_id &&
      one.version === version &&
      one.opened_on <= held_on &&
      (one.closed_on === null || one.closed_on > held_on)
  );
  const decision = decide(
    ordered,
    session,
    open.map(({college_id}) => college_id)
  );
  const rule = first.rule as Rule;
  const votes = isGraded(rule) ? [] : ordered.map(yesNoOf);
  return {
    key,
    proposal: proposal_id,
    title: proposal.title,
    body: proposal.body,
    version,
    session: session.title,
    heldOn: held_on,
    rule,
    quorum: first.quorum_ratio,
    required: rule === "majority" ? ordered.length : session.required_colleges,
    refusal: session.refusal_limit_ratio,
    floor: first.floor_grade,
    outcome: decision.outcome,
    reason: decision.reason,
    by: decision.by.map((i) => nameOf(ordered[i]?.college_id ?? "")),
    votes: ordered.map((total) => ({
      college: nameOf(total.college_id),
      members: total.members,
      yes: total.yes,
      no: total.no,
      abstain: total.abstain,
      grades: [...gradesOf(total)],
      verdict: verdictOf(total)
    })),
    objections: open.map(({college_id, reason}) => ({college: nameOf(college_id), reason})),
    equal: equalColleges(votes),
    person: onePersonOneVote(votes),
    isFictional: first.is_fictional
  };
}
