import {anchorOf} from "../../components/state.js";
import agoraVote from "../../figures/agora-vote.js";
import {ballotsOf, gradesOf, grades, isGraded, verdictOf, type Rule} from "../../lib/agora/decision.js";
import {itemKey} from "../../lib/agora/items.js";
import type {State} from "../../lib/agora/life.js";
import {actors, ruleWords, stateWords, verdictWords} from "../../lib/agora/words.js";
import {formatCount, formatDate, formatYear} from "../../lib/format.js";
import {groupBy} from "../../lib/group-by.js";
import type {Row, Tables} from "../../lib/schema.js";
import {list, markupTable, safe} from "../../methode/markup.js";

type Register = Pick<Tables, "proposal" | "step" | "ballot_total" | "review" | "college" | "session">;

/** What the Agora's register holds of an indicator, as Markdown; each part null when it holds nothing. */
export interface AgoraRecord {
  /** Words of the group that proposed it. */
  origin: string | null;
  versions: string | null;
  votes: string | null;
  reviews: string | null;
}

/** The part of the register that is about a human indicator: proposals whose `indicator` is its id. */
export function recordOf(indicator: string, register: Register): AgoraRecord {
  const versions = register.proposal
    .filter((row) => row.indicator === indicator)
    .toSorted((a, b) => (a.created_on < b.created_on ? -1 : 1));
  const isOwn = ({proposal_id, version}: {proposal_id: string; version: number}) =>
    versions.some((one) => one.proposal_id === proposal_id && one.version === version);
  const college = (id: string) => register.college.find(({college_id}) => college_id === id)?.name ?? actors[id] ?? id;
  const totals = register.ballot_total.filter(isOwn);
  const reviews = register.review.filter(isOwn);
  const [first] = versions;
  return {
    origin: first ? originMarkup(first, college) : null,
    versions: first ? list(versions.map((one) => versionMarkup(one, register.step))) : null,
    votes: totals.length === 0 ? null : votesMarkup(totals, college, register),
    reviews: reviews.length === 0 ? null : list(reviews.map(reviewMarkup))
  };
}

function originMarkup(
  {body, author_college, created_on, workshop, is_fictional}: Row<"proposal">,
  college: (id: string) => string
) {
  const who = `${author_college in actors ? college(author_college) : `Collège ${college(author_college)}`}, le ${formatDate(created_on)}${workshop === null ? "" : `, ${workshop}`}`;
  return `<blockquote>${safe(body)}</blockquote>\n\n${safe(`${who}.${is_fictional ? " Exemple inventé : rien de cela n’a eu lieu." : ""}`)}`;
}

function versionMarkup(
  {version, state, state_on, proposal_id}: Row<"proposal">,
  steps: readonly Row<"step">[]
): string {
  const last = steps
    .filter((one) => one.proposal_id === proposal_id && one.version === version)
    .toSorted((a, b) => b.n - a.n)[0];
  const why = last ? ` : ${last.motive}` : "";
  return safe(`Version ${version}, ${stateWords[state as State].shown} depuis le ${formatDate(state_on)}${why}`);
}

/** A table for each vote, with the way to its figure. */
function votesMarkup(
  totals: readonly Row<"ballot_total">[],
  college: (id: string) => string,
  {session}: Register
): string {
  const latest = Math.max(...session.map(({year}) => year));
  return [...groupBy(totals, itemKey)]
    .flatMap(([objet, own]) => {
      const {held_on, version, rule} = own[0] as Row<"ballot_total">;
      const page = held_on.startsWith(`${latest}-`) ? "votes" : "archives";
      const vote = `Vote du ${formatDate(held_on)}, version ${version}`;
      return [
        `${safe(`${vote} ; ${ruleWords[rule as Rule].shown}.`)} <a href="../${page}#${anchorOf(agoraVote, {objet})}">${safe("Voir ce vote")}</a>`,
        markupTable(
          vote,
          ["Collège", "Bulletins", "Ce qu’il dit"],
          own.map((total) => [
            safe(college(total.college_id)),
            safe(`${formatCount(ballotsOf(total))} sur ${formatCount(total.members)} membres : ${detailOf(total)}`),
            safe(verdictWords[verdictOf(total)])
          ])
        )
      ];
    })
    .join("\n\n");
}

/** Counts, never percentages: some colleges have fewer than ten voters. */
function detailOf(total: Row<"ballot_total">): string {
  const abstained = `${formatCount(total.abstain)} abstention${total.abstain < 2 ? "" : "s"}`;
  if (!isGraded(total.rule))
    return `${formatCount(total.yes ?? 0)} pour, ${formatCount(total.no ?? 0)} contre, ${abstained}`;
  const names = grades[total.rule];
  return [...gradesOf(total).map((count, i) => `${names[i]} : ${formatCount(count)}`), abstained].join(" ; ");
}

function reviewMarkup({year, decided_on, decision, motive}: Row<"review">): string {
  return safe(`${formatYear(year)} : ${stateWords[decision as State].shown} le ${formatDate(decided_on)}. ${motive}`);
}
