import {formatCount, formatRatio} from "../format.js";
import {majorityGauge, medianGrades} from "../metrics/vote-grades.js";
import {grades, isGraded} from "./decision.js";
import type {CollegeVote, Item} from "./items.js";
import {partInWords, ruleWords, verdictWords} from "./words.js";

/** Ballots that a college cast on an item, abstentions included. */
export function castBy({yes, no, abstain, grades: counts}: CollegeVote): number {
  return (yes ?? 0) + (no ?? 0) + abstain + counts.reduce((sum, count) => sum + count, 0);
}

/** What a college gave, in a few words: `76,9 % pour`, `6 pour sur 7`, `bien +`, `5 sur 5`. */
export function approvalInWords(vote: CollegeVote, {rule}: Pick<Item, "rule">): string {
  if (isGraded(rule)) return gradeInWords(vote.grades, rule);
  const said = (vote.yes ?? 0) + (vote.no ?? 0);
  return said === 0 ? "aucune voix" : partInWords(vote.yes ?? 0, said);
}

/** The majority grade with its sign, or the median of a scale of agreement. */
function gradeInWords(counts: readonly number[], rule: "judgment" | "likert"): string {
  const names = grades[rule];
  if (rule === "likert") {
    const middle = medianGrades(counts);
    if (middle === null) return "aucun bulletin";
    const [low, high] = [names[middle.lower], names[middle.upper]];
    return low === high ? `au milieu « ${low} »` : `entre « ${low} » et « ${high} »`;
  }
  const gauge = majorityGauge(counts);
  return gauge === null ? "aucun bulletin" : `${names[gauge.grade]} ${gauge.sign === "+" ? "+" : "\u2212"}`;
}

/** Why the vote gave what it gave: `4 collèges sur 4 acceptent`. */
export function reasonInWords(item: Item): string {
  const accepting = item.votes.filter(({verdict}) => verdict === "accepted").length;
  const many = `${formatCount(accepting)} collège${accepting > 1 ? "s" : ""} sur ${formatCount(item.votes.length)} accepte${accepting > 1 ? "nt" : ""}`;
  const who = item.by.join(", ");
  return {
    enough: many,
    "too-few": `${many}, il en faut ${formatCount(item.required)}`,
    "strong-refusal": `${many}, mais refus fort : ${who}`,
    quorum: `${many}, quorum non atteint : ${who}`,
    objection: `objection de : ${who}`
  }[item.reason];
}

/** A threshold as one would say it: `la moitié`, `les deux tiers`, else a percentage. */
function partOfAll(ratio: number): string {
  const usual = [
    [1 / 2, "la moitié"],
    [1 / 3, "un tiers"],
    [2 / 3, "deux tiers"],
    [3 / 4, "trois quarts"]
  ] as const;
  // Files write two thirds with three decimals.
  return usual.find(([part]) => Math.abs(part - ratio) < 0.0005)?.[1] ?? formatRatio(ratio);
}

/** The rule of an item, with the thresholds of its session. */
export function ruleInWords({rule, quorum, required, refusal, floor, votes}: Item): string {
  const present =
    quorum === 0 ? "sans quorum" : `quorum : ${partOfAll(quorum)} des membres de chaque collège doivent avoir voté`;
  const many = `au moins ${formatCount(required)} collèges sur ${formatCount(votes.length)}`;
  const asked = isGraded(rule) ? grades[rule][floor ?? 0] : "";
  const what = {
    majority: "chaque collège accepte à la majorité des pour et des contre ; à égalité, il n’accepte pas",
    double: `${many} acceptent à la majorité, et aucun ne refuse à plus de ${partOfAll(refusal)} des voix`,
    consent: "aucune objection motivée ne reste ouverte ; sinon l’objet est ajourné",
    judgment: `${many} donnent une mention majoritaire d’au moins « ${asked} » ; c’est celle du bulletin du milieu, la plus basse des deux s’ils sont en nombre pair ; « + » : plus de bulletins au-dessus d’elle qu’au-dessous, « \u2212 » : pas plus`,
    likert: `${many} ont au moins « ${asked} » au bulletin du milieu (la médiane)`
  }[rule];
  return `Règle, ${ruleWords[rule].shown} : ${what} ; ${present}.`;
}

/** One college's vote read aloud. */
export function voteInWords(vote: CollegeVote, {rule}: Pick<Item, "rule">): string {
  const {college, members, yes, no, abstain, verdict} = vote;
  const cast = isGraded(rule)
    ? `${formatCount(castBy(vote))} bulletins, ${approvalInWords(vote, {rule})}`
    : `${formatCount(yes ?? 0)} pour, ${formatCount(no ?? 0)} contre, ${formatCount(abstain)} ${abstain > 1 ? "abstentions" : "abstention"}`;
  return `le collège ${college} compte ${formatCount(members)} membres : ${cast} ; ${verdictWords[verdict]}.`;
}
