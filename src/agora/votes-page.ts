import {itemsOf, type Item} from "../lib/agora/items.js";
import {approvalInWords, castBy} from "../lib/agora/vote-words.js";
import {formatYear} from "../lib/format.js";
import {compareJudgments} from "../lib/metrics/vote-grades.js";
import type {Row} from "../lib/schema.js";
import {list, safe} from "../methode/markup.js";
import {hasOwnPassport, yearsOf, type Register} from "./register.js";

/** The votes of the latest year, as Markdown: four gauges per item, and the ranking of those that were judged together. */
export function votesPage(register: Register): string {
  const [year] = yearsOf(register);
  const own = itemsOf(register).filter(({heldOn}) => heldOn.startsWith(`${year}-`));
  return [
    "---\ntitle: Votes\n---",
    `# ${safe("Les votes : ce que dit chaque collège")}`,
    safe(
      "Un total unique cacherait qui refuse. Ici, chaque objet montre ses quatre résultats, puis ce qu’ils donneraient si chaque collège pesait autant, et si chaque personne pesait autant. Sous dix bulletins, des nombres et non des pourcentages."
    ),
    ...(own.length === 0
      ? [safe("Aucun vote cette année.")]
      : [`## ${safe(`Objets votés en ${formatYear(year as number)}`)}`, ...votesParts(own, register)]),
    ...rankingPart(own),
    `<a href="./archives">${safe("Les années d’avant")}</a> · <a href="./vie-d-un-indicateur">${safe("Comment un indicateur naît, vit et meurt")}</a>`
  ].join("\n\n");
}

/** A heading and a figure for each item, with the passport of what it became. */
export function votesParts(items: readonly Item[], register: Register): string[] {
  const proposalOf = ({proposal, version}: Item) =>
    register.proposal.find((one) => one.proposal_id === proposal && one.version === version);
  return items.flatMap((item) => [
    `### ${safe(item.title)}`,
    `${safe(item.body)}${passportLink(proposalOf(item), register)}`,
    `<figure data-figure="agora-vote" data-objet="${safe(item.key)}"></figure>`
  ]);
}

function passportLink(proposal: Row<"proposal"> | undefined, register: Register): string {
  return proposal && hasOwnPassport(proposal, register)
    ? ` <a href="./indicateurs/${encodeURIComponent(proposal.indicator ?? "")}">${safe("Son passeport")}</a>`
    : "";
}

/** The items that were judged together, in the order of each college; nothing when there are fewer than two. */
function rankingPart(items: readonly Item[]): string[] {
  const judged = items.filter(({rule}) => rule === "judgment");
  const [first] = judged;
  if (!first || judged.length < 2) return [];
  return [
    `## ${safe("Au jugement majoritaire, l’ordre de chaque collège")}`,
    safe(
      "La mention majoritaire est celle du bulletin du milieu. À mention égale, on retire un bulletin du milieu à chacun et on compare encore, jusqu’à ce qu’ils se distinguent."
    ),
    list(first.votes.map(({college}) => `<strong>${safe(`${college} :`)}</strong> ${safe(rankingOf(judged, college))}`))
  ];
}

function rankingOf(judged: readonly Item[], college: string): string {
  return judged
    .flatMap((item) =>
      item.votes.filter((vote) => vote.college === college && castBy(vote) > 0).map((vote) => ({item, vote}))
    )
    .toSorted((a, b) => compareJudgments(a.vote.grades, b.vote.grades))
    .map(({item, vote}, i) => `${i + 1}. ${item.title}, ${approvalInWords(vote, item)}`)
    .join(" ; ");
}
