import {itemsOf} from "../lib/agora/items.js";
import {formatDate, formatYear} from "../lib/format.js";
import {list, safe} from "../methode/markup.js";
import {actorFirst, documentLink, proposalName, stateName, yearsOf, type Register} from "./register.js";
import {votesParts} from "./votes-page.js";

/** The Agora year by year, as Markdown: sessions, votes of the years before, reviews, and what was said to the Council. */
export function archivesPage(register: Register): string {
  const years = yearsOf(register);
  return [
    "---\ntitle: Archives de l’Agora\n---",
    `# ${safe("L’Agora, année par année")}`,
    safe(
      "Chaque année garde ses séances, ses votes, la revue de ses indicateurs, ce que chaque collège a demandé au Conseil de Paris et la réponse donnée."
    ),
    ...(years.length === 0 ? [safe("Aucune année dans le registre.")] : []),
    ...years.flatMap((year, i) => yearParts(year, i === 0, register))
  ].join("\n\n");
}

function yearParts(year: number, isLatest: boolean, register: Register): string[] {
  const sessions = register.session.filter((session) => session.year === year);
  const items = itemsOf(register).filter(({heldOn}) => heldOn.startsWith(`${year}-`));
  const reviews = register.review.filter((review) => review.year === year);
  const ids = new Set(sessions.map(({session_id}) => session_id));
  const council = register.presentation.filter(({session_id}) => ids.has(session_id));
  const of = (name: string) => `### ${safe(`${name} de ${formatYear(year)}`)}`;
  return [
    `## ${safe(formatYear(year))}`,
    list(
      sessions.map(({title, held_on, presided_by}) =>
        safe(`${title}, ${formatDate(held_on)}. ${actorFirst(presided_by, register.college)} préside.`)
      )
    ),
    ...(items.length === 0
      ? []
      : isLatest
        ? [`<a href="./votes">${safe("Les votes de cette année")}</a>`]
        : votesParts(items, register)),
    ...(reviews.length === 0 ? [] : [of("Revue"), list(reviews.map((review) => reviewItem(review, register)))]),
    ...(council.length === 0 ? [] : [of("Devant le Conseil"), list(council.map((one) => councilItem(one, register)))])
  ];
}

function reviewItem(
  {proposal_id, version, decision, decided_on, motive, document_url}: Register["review"][number],
  register: Register
): string {
  const proposal = register.proposal.find((one) => one.proposal_id === proposal_id && one.version === version);
  const name = proposal ? proposalName(proposal, register) : safe(proposal_id);
  return `${name} ${safe(`: ${stateName(decision)} le ${formatDate(decided_on)}. ${motive}`)}${documentLink(document_url)}`;
}

function councilItem(one: Register["presentation"][number], {college}: Register): string {
  const asked = safe(`${actorFirst(one.college_id, college)}, le ${formatDate(one.council_on)} : ${one.request}`);
  const answer =
    one.answer === null || one.answered_on === null
      ? safe("Sans réponse à ce jour.")
      : safe(`Réponse du ${formatDate(one.answered_on)} : ${one.answer}`);
  return `${asked} ${answer}${documentLink(one.document_url)}`;
}
