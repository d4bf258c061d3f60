import {states} from "../../../src/lib/agora/life.js";
import {stateWords} from "../../../src/lib/agora/words.js";
import type {Row} from "../../../src/lib/schema.js";
import {checkDay, entriesOf, known} from "./entries.js";
import type {AgoraFiles} from "./file.js";
import {versionKey, type Life} from "./lives.js";
import type {Session} from "./sessions.js";

/**
 * Objections, numbered within their version in the order of the files.
 *
 * @throws {Error} On an unknown version or college, an objection before the proposal, or one that is closed without an answer or
 * before it was made.
 */
export function stageObjections(
  {years}: AgoraFiles,
  colleges: ReadonlyMap<string, unknown>,
  lives: ReadonlyMap<string, Life>
): Row<"objection">[] {
  const counts = new Map<string, number>();
  return entriesOf(years, "objections").map((entry) => {
    const {
      proposition,
      version = 1,
      college,
      date,
      motif,
      amendement = null,
      levee_le = null,
      reponse = null
    } = entry.value;
    const key = versionKey(proposition, version);
    const life = known(entry, "proposition", key, lives, "une version de proposition");
    known(entry, "college", college, colleges, "un collège");
    checkDay(entry, "date", date, entry.year);
    const tabled = life.entry.value.deposee_le;
    if (date < tabled) throw entry.fault("date", `un jour à partir du dépôt, ${tabled}`, date);
    if (levee_le !== null && checkDay(entry, "levee_le", levee_le, null) < date)
      throw entry.fault("levee_le", `un jour à partir de celui de l’objection, ${date}`, levee_le);
    if ((levee_le === null) !== (reponse === null))
      throw entry.fault("levee_le", "« levee_le » et « reponse » ensemble, ou aucune", `${levee_le} et ${reponse}`);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return {
      proposal_id: proposition,
      version,
      n: counts.get(key) as number,
      college_id: college,
      opened_on: date,
      reason: motif,
      amendment: amendement,
      closed_on: levee_le,
      answer: reponse,
      is_fictional: entry.isFictional,
      source_id: entry.sourceId
    };
  });
}

/** Yearly reviews; {@link stageLives} has checked them as steps. */
export function stageReviews({years}: AgoraFiles): Row<"review">[] {
  return entriesOf(years, "revues").map(({value, year, isFictional, sourceId}) => ({
    proposal_id: value.proposition,
    version: value.version ?? 1,
    year,
    decided_on: value.date,
    decision: states.find((state) => stateWords[state].written === value.decision) as string,
    motive: value.motif,
    document_url: value.document ?? null,
    is_fictional: isFictional,
    source_id: sourceId
  }));
}

/**
 * Presentations to the Council, with the answer given.
 *
 * @throws {Error} On an unknown session or college, a Council before the session, an answer without its day or before the Council, or
 * a college that presents one session twice.
 */
export function stagePresentations(
  {years}: AgoraFiles,
  colleges: ReadonlyMap<string, unknown>,
  sessions: ReadonlyMap<string, Session>
): Row<"presentation">[] {
  const seen = new Set<string>();
  return entriesOf(years, "presentations").map((entry) => {
    const {
      seance,
      college,
      conseil_le,
      deliberation = null,
      document = null,
      demande,
      reponse = null,
      reponse_le = null
    } = entry.value;
    const {held_on} = known(entry, "seance", seance, sessions, "une séance").row;
    known(entry, "college", college, colleges, "un collège");
    if (checkDay(entry, "conseil_le", conseil_le, null) < held_on)
      throw entry.fault("conseil_le", `un jour à partir de celui de la séance, ${held_on}`, conseil_le);
    if ((reponse === null) !== (reponse_le === null))
      throw entry.fault(
        "reponse_le",
        "« reponse » et « reponse_le » ensemble, ou aucune",
        `${reponse} et ${reponse_le}`
      );
    if (reponse_le !== null && checkDay(entry, "reponse_le", reponse_le, null) < conseil_le)
      throw entry.fault("reponse_le", `un jour à partir de celui du Conseil, ${conseil_le}`, reponse_le);
    if (seen.has(`${seance} ${college}`))
      throw entry.fault("college", "une présentation par collège et par séance", college);
    seen.add(`${seance} ${college}`);
    return {
      session_id: seance,
      college_id: college,
      council_on: conseil_le,
      deliberation_ref: deliberation,
      document_url: document,
      request: demande,
      answer: reponse,
      answered_on: reponse_le,
      is_fictional: entry.isFictional,
      source_id: entry.sourceId
    };
  });
}
