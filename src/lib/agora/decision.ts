import {majorityGauge, type GradeCounts} from "../metrics/vote-grades.js";
import {
  collegeMajority,
  consent,
  doubleRule,
  enough,
  type CollegeVerdict,
  type Decision,
  type YesNo
} from "../metrics/vote.js";
import type {Row} from "../schema.js";

/** How an item is decided. */
export type Rule = "majority" | "double" | "consent" | "judgment" | "likert";

/** The grades of each graded rule, from the worst to the best. */
export const grades: Readonly<Record<"judgment" | "likert", readonly string[]>> = {
  judgment: ["à rejeter", "insuffisant", "passable", "assez bien", "bien", "très bien", "excellent"],
  likert: [
    "pas du tout d’accord",
    "plutôt pas d’accord",
    "ni l’un ni l’autre",
    "plutôt d’accord",
    "tout à fait d’accord"
  ]
};

/** True when voters give a grade and not a yes or a no. */
export function isGraded(rule: string): rule is keyof typeof grades {
  return rule in grades;
}

/** Columns of a college’s total that its verdict needs. */
export type Total = Pick<
  Row<"ballot_total">,
  "rule" | "members" | "yes" | "no" | "abstain" | "grades" | "quorum_ratio" | "floor_grade"
>;

/** Columns of a session that its decisions need. */
export type Settings = Pick<Row<"session">, "required_colleges" | "refusal_limit_ratio">;

/** Counts by grade of a total, from the worst; empty where voters gave no grade. */
export function gradesOf({grades: text}: Pick<Total, "grades">): GradeCounts {
  return text === null ? [] : text.split(" ").map(Number);
}

/** How many ballots a college cast, abstentions included. */
export function ballotsOf(total: Total): number {
  return (total.yes ?? 0) + (total.no ?? 0) + total.abstain + gradesOf(total).reduce((sum, count) => sum + count, 0);
}

/** The yes and no of a total; a graded one has none. */
export function yesNoOf({members, yes, no, abstain}: Total): YesNo {
  return {members, yes: yes ?? 0, no: no ?? 0, abstain};
}

/**
 * What one college says of an item, under the rule of the item. Of a graded one: it accepts when its majority grade reaches the
 * session’s floor. Of consent: it refuses as soon as one of its members objects.
 *
 * @throws {RangeError} On more ballots than members.
 */
export function verdictOf(total: Total): CollegeVerdict {
  if (isGraded(total.rule)) return gradedVerdict(total);
  if (total.rule === "consent") return consent([yesNoOf(total)], [], total.quorum_ratio).verdicts[0] as CollegeVerdict;
  return collegeMajority(yesNoOf(total), total.quorum_ratio);
}

/**
 * Decides an item from the totals of all colleges. `majority` wants every college to accept; `double`, `judgment` and `likert` the
 * session’s number of them, `double` without a strong refusal; `consent` that no objection stays open.
 *
 * @param totals One per college, of one item: they share their rule.
 * @param objecting Colleges with an objection that was open when the vote took place.
 * @throws {RangeError} On more ballots than members, or an item without totals.
 */
export function decide(
  totals: readonly (Total & Pick<Row<"ballot_total">, "college_id">)[],
  settings: Settings,
  objecting: readonly string[] = []
): Decision {
  const [first] = totals;
  if (!first) throw new RangeError("decide: expected the totals of an item, got none. Enter its ballots.");
  const {rule, quorum_ratio: quorum} = first;
  const required = settings.required_colleges;
  if (isGraded(rule)) return enough(totals.map(verdictOf), required);
  const votes = totals.map(yesNoOf);
  if (rule === "consent")
    return consent(
      votes,
      totals.map(({college_id}) => objecting.includes(college_id)),
      quorum
    );
  return rule === "majority"
    ? doubleRule(votes, {quorum, required: totals.length, refusal: 1})
    : doubleRule(votes, {quorum, required, refusal: settings.refusal_limit_ratio});
}

function gradedVerdict(total: Total): CollegeVerdict {
  const ballots = ballotsOf(total);
  if (ballots > total.members)
    throw new RangeError(`vote: expected at most ${total.members} ballots, got ${ballots}. Correct the total.`);
  const gauge = majorityGauge(gradesOf(total));
  if (gauge === null || ballots < total.quorum_ratio * total.members) return "no-quorum";
  return gauge.grade >= (total.floor_grade ?? 0) ? "accepted" : "refused";
}
