import {formatCount, formatRatio} from "../format.js";
import type {CollegeVerdict, Outcome} from "../metrics/vote.js";
import type {Rule} from "./decision.js";
import type {State} from "./life.js";

/** Each state as the register's files write it, and as pages say it of an indicator. */
export const stateWords: Readonly<Record<State, {written: string; shown: string}>> = {
  proposed: {written: "propose", shown: "proposé"},
  admissible: {written: "recevable", shown: "recevable"},
  discussed: {written: "discute", shown: "discuté"},
  feasibility_reviewed: {written: "faisabilite_examinee", shown: "faisabilité examinée"},
  put_to_vote: {written: "mis_au_vote", shown: "mis au vote"},
  adopted: {written: "adopte", shown: "adopté"},
  adjourned: {written: "ajourne", shown: "ajourné"},
  rejected: {written: "rejete", shown: "rejeté"},
  measured: {written: "mesure", shown: "mesuré"},
  reviewed: {written: "revu", shown: "revu"},
  kept: {written: "garde", shown: "gardé"},
  revised: {written: "revise", shown: "révisé"},
  retired: {written: "retire", shown: "retiré"}
};

/** Each rule as the table of votes writes it, its name, and what it asks in one sentence. */
export const ruleWords: Readonly<Record<Rule, {written: string; shown: string}>> = {
  majority: {written: "majorite", shown: "majorité de chaque collège"},
  double: {written: "double", shown: "double règle"},
  consent: {written: "consentement", shown: "consentement"},
  judgment: {written: "jugement", shown: "jugement majoritaire"},
  likert: {written: "likert", shown: "échelle d’accord"}
};

/** What a college said, as pages print it. */
export const verdictWords: Readonly<Record<CollegeVerdict, string>> = {
  accepted: "accepte",
  refused: "refuse",
  tied: "partage égal des voix",
  "no-quorum": "quorum non atteint"
};

/** What a vote gave, of an indicator. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  adopted: stateWords.adopted.shown,
  adjourned: stateWords.adjourned.shown,
  rejected: stateWords.rejected.shown
};

/** Kinds of session, as the files write them and as pages say them. */
export const sessionKinds: Readonly<Record<string, {written: string; shown: string}>> = {
  annual: {written: "annuelle", shown: "séance annuelle"},
  workshop: {written: "atelier", shown: "atelier"},
  committee: {written: "comite", shown: "comité de suivi"}
};

/** Who may act besides a college; never a person. */
export const actors: Readonly<Record<string, string>> = {
  agora: "l’Agora, tous collèges réunis",
  services: "les services de la Ville",
  secretariat: "le secrétariat de l’Agora",
  conseil: "le Conseil de Paris"
};

/** From this number of ballots on, a part may be said as a percentage. */
const enoughForPercents = 10;

/**
 * A part of a college's ballots: a percentage from ten ballots on, else counts, because a percentage of few people makes them look
 * many.
 *
 * @param of Ballots that the part is taken of; an integer ≥ `count`.
 */
export function partInWords(count: number, of: number): string {
  return of < enoughForPercents ? `${formatCount(count)} sur ${formatCount(of)}` : formatRatio(count / of);
}
