/** Ballots of one college on one item. Abstentions were cast: they count for the quorum, never for or against. */
export interface YesNo {
  /** How many belong to the college; an integer ≥ 0. */
  members: number;
  yes: number;
  no: number;
  abstain: number;
}

/** What one college says: it accepts, it refuses, its two sides are equal, or too few took part for it to say anything. */
export type CollegeVerdict = "accepted" | "refused" | "tied" | "no-quorum";

/** What a vote gives: the item is adopted, put off to another session, or rejected. */
export type Outcome = "adopted" | "adjourned" | "rejected";

/** Thresholds of the double rule. */
export interface DoubleRule {
  /** Share of its members that a college must bring to the vote, in [0, 1], inclusive. */
  quorum: number;
  /** How many colleges must accept; an integer ≥ 1. */
  required: number;
  /** A college refuses strongly above this share of no among yes and no, in [0, 1]; 1 when no refusal is a veto. */
  refusal: number;
}

/** A decision with what made it. */
export interface Decision {
  outcome: Outcome;
  /** In the order of the colleges given. */
  verdicts: CollegeVerdict[];
  /** `strong-refusal`, `enough`, `quorum` (colleges without quorum could still turn it) or `too-few`; of consent: `objection`. */
  reason: "enough" | "strong-refusal" | "too-few" | "quorum" | "objection";
  /** Places, in the order given, of the colleges that made the reason; empty when all of them did. */
  by: number[];
}

/**
 * Share of yes among yes and no.
 *
 * @returns A ratio in [0, 1]; null when nobody said either, because silence is not approval.
 * @throws {RangeError} On a count that is no whole number ≥ 0, or more ballots than members.
 */
export function approval(vote: YesNo): number | null {
  check(vote);
  const {yes, no} = vote;
  return yes + no === 0 ? null : yes / (yes + no);
}

/**
 * Share of its members that a college brought to the vote, abstentions included.
 *
 * @returns A ratio in [0, 1]; null for a college without members.
 * @throws {RangeError} As {@link approval}.
 */
export function turnout(vote: YesNo): number | null {
  check(vote);
  return vote.members === 0 ? null : (vote.yes + vote.no + vote.abstain) / vote.members;
}

/**
 * Majority of one college with quorum: `yes / (yes + no) > 1/2` and `votes / members ≥ quorum`. Equal sides are a tie, said as
 * such, and no acceptance.
 *
 * @param quorum In [0, 1], inclusive.
 * @throws {RangeError} As {@link approval}.
 * @see Simple majority of votes cast with quorum: Robert’s Rules of Order Newly Revised, 12th ed., §40 and §44 (a tie loses).
 */
export function collegeMajority(vote: YesNo, quorum: number): CollegeVerdict {
  const present = turnout(vote);
  if (present === null || present < quorum) return "no-quorum";
  return vote.yes === vote.no ? "tied" : vote.yes > vote.no ? "accepted" : "refused";
}

/**
 * Double rule: adopted when at least `required` colleges accept by a majority with quorum, and none of those with quorum refuses
 * by more than `refusal`. Adjourned when only colleges without quorum keep it from that; rejected otherwise.
 *
 * @param votes One entry per college, in any order.
 * @throws {RangeError} As {@link approval}.
 * @see Double majorities: Constitution of Switzerland, art. 142 (people and cantons); Treaty on European Union, art. 16(4). The
 * strong refusal is the blocking minority of that article, within one college.
 */
export function doubleRule(votes: readonly YesNo[], {quorum, required, refusal}: DoubleRule): Decision {
  const verdicts = votes.map((vote) => collegeMajority(vote, quorum));
  const strong = votes.flatMap(({yes, no}, i) =>
    verdicts[i] !== "no-quorum" && no > 0 && no / (yes + no) > refusal ? [i] : []
  );
  if (strong.length > 0) return {outcome: "rejected", verdicts, reason: "strong-refusal", by: strong};
  return enough(verdicts, required);
}

/**
 * Adopted when `required` colleges accept; adjourned when those without quorum could still make up the number; else rejected.
 *
 * @param verdicts One per college, in any order.
 */
export function enough(verdicts: readonly CollegeVerdict[], required: number): Decision {
  const placesOf = (...wanted: CollegeVerdict[]) =>
    verdicts.flatMap((verdict, i) => (wanted.includes(verdict) ? [i] : []));
  const [accepting, absent] = [placesOf("accepted"), placesOf("no-quorum")];
  const common = {verdicts: [...verdicts]};
  if (accepting.length >= required) return {...common, outcome: "adopted", reason: "enough", by: accepting};
  if (accepting.length + absent.length >= required)
    return {...common, outcome: "adjourned", reason: "quorum", by: absent};
  return {...common, outcome: "rejected", reason: "too-few", by: placesOf("refused", "tied")};
}

/**
 * Consent: adopted when every college took part and no reasoned objection stays open; adjourned until then. It never rejects.
 *
 * @param votes One entry per college: `yes` consents, `no` objects.
 * @param open Whether each college, in the same order, has an objection that is still open.
 * @throws {RangeError} As {@link approval}.
 * @see Consent: G. Endenburg, Sociocracy: The Organization of Decision-Making, 1998: no argued and paramount objection is left.
 */
export function consent(votes: readonly YesNo[], open: readonly boolean[], quorum: number): Decision {
  const verdicts = votes.map((vote): CollegeVerdict => {
    const present = turnout(vote);
    if (present === null || present < quorum) return "no-quorum";
    return vote.no > 0 ? "refused" : "accepted";
  });
  const objecting = verdicts.flatMap((verdict, i) => (verdict === "refused" || open[i] ? [i] : []));
  if (objecting.length > 0) return {outcome: "adjourned", verdicts, reason: "objection", by: objecting};
  const absent = verdicts.flatMap((verdict, i) => (verdict === "no-quorum" ? [i] : []));
  return absent.length > 0
    ? {outcome: "adjourned", verdicts, reason: "quorum", by: absent}
    : {outcome: "adopted", verdicts, reason: "enough", by: []};
}

/**
 * Approval when each college weighs the same: the mean of the colleges’ own approvals.
 *
 * @param votes One entry per college; one where nobody said yes or no weighs nothing.
 * @returns A ratio in [0, 1]; null when no college said either.
 * @throws {RangeError} As {@link approval}.
 */
export function equalColleges(votes: readonly YesNo[]): number | null {
  const shares = votes.map(approval).filter((share) => share !== null);
  // Sorted, so that the sum does not depend on the order of the colleges.
  return shares.length === 0 ? null : shares.toSorted((a, b) => a - b).reduce((a, b) => a + b, 0) / shares.length;
}

/**
 * Approval when each person weighs the same: all the yes among all the yes and no. It differs from {@link equalColleges} whenever
 * colleges differ in size and mind.
 *
 * @returns A ratio in [0, 1]; null when nobody said either.
 * @throws {RangeError} As {@link approval}.
 */
export function onePersonOneVote(votes: readonly YesNo[]): number | null {
  votes.forEach(check);
  const [yes, no] = [votes.reduce((sum, vote) => sum + vote.yes, 0), votes.reduce((sum, vote) => sum + vote.no, 0)];
  return yes + no === 0 ? null : yes / (yes + no);
}

function check({members, yes, no, abstain}: YesNo): void {
  for (const count of [members, yes, no, abstain])
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`vote: expected whole numbers of ballots ≥ 0, got ${count}. Correct the total.`);
  if (yes + no + abstain > members)
    throw new RangeError(
      `vote: expected at most ${members} ballots, got ${yes + no + abstain}. Correct the total or the size of the college.`
    );
}
