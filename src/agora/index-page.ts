import {itemsOf} from "../lib/agora/items.js";
import {isInUse, type State} from "../lib/agora/life.js";
import {outcomeWords, sessionKinds} from "../lib/agora/words.js";
import {formatCount, formatDate, formatYear} from "../lib/format.js";
import type {Row} from "../lib/schema.js";
import {list, markupTable, safe} from "../methode/markup.js";
import {
  actorFirst,
  actorName,
  groups,
  hasOwnPassport,
  proposalName,
  stateName,
  yearsOf,
  type Register
} from "./register.js";

/** The page of this year's Agora, as Markdown: who presides, what was decided, what comes, and indicators by state. */
export function agoraPage(register: Register): string {
  const [year] = yearsOf(register);
  const parts = [
    "---\ntitle: Agora\n---",
    `# ${safe("L’Agora : des indicateurs que des gens ont choisis, et ce qu’ils deviennent")}`,
    safe(
      "Une fois par an, quatre collèges choisissent ensemble ce qu’il faut mesurer du Plan Climat. Chaque proposition garde les mots de ceux qui l’ont faite ; chaque vote montre les quatre résultats ; chaque décision garde sa date et son motif."
    )
  ];
  if (year === undefined) return [...parts, safe("Aucune séance dans le registre : voir data/agora.")].join("\n\n");
  const sessions = register.session.filter((session) => session.year === year);
  const voted = itemsOf(register).filter(({heldOn}) => heldOn.startsWith(`${year}-`));
  return [
    ...parts,
    `## ${safe(`L’année ${formatYear(year)}`)}`,
    safe(presidencyWords(register, year)),
    voted.length === 0
      ? safe("Aucun objet n’a encore été mis au vote cette année.")
      : `${safe(votedWords(voted.map(({outcome}) => outcome)))} <a href="./votes">${safe("Voir les votes")}</a>.`,
    ...sessions.map((session) => sessionPart(session, register)),
    ...(voted.length === 0 ? [] : [`<figure data-figure="college-acceptance" data-annee="${year}"></figure>`]),
    `## ${safe("Les indicateurs, par état")}`,
    ...groups.flatMap(({title, holds}) => {
      const own = register.proposal.filter(({state}) => holds(state as State));
      return own.length === 0
        ? []
        : [`### ${safe(title)}`, list(own.map((proposal) => proposalItem(proposal, register)))];
    }),
    `## ${safe("Les collèges")}`,
    collegesTable(register),
    `## ${safe("Tenir le registre")}`,
    `${safe("Séances, propositions, votes et réponses sont des fichiers que tout éditeur de texte ouvre, dans")} <code>data/agora</code>. ${safe("La préparation des données dit la ligne d’une erreur, et refuse une décision que les bulletins ne donnent pas.")}`
  ].join("\n\n");
}

function presidencyWords({mandate, college}: Register, year: number): string {
  const own = mandate.filter(({starts_on, ends_on}) => starts_on <= `${year}-12-31` && ends_on >= `${year}-01-01`);
  const words = own.map(
    ({college_id, starts_on, ends_on}) =>
      `${actorName(college_id, college)} préside du ${formatDate(starts_on)} au ${formatDate(ends_on)}`
  );
  const text = words.length === 0 ? "la présidence n’est pas dite" : words.join(", puis ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ; la présidence tourne entre les collèges. Le collège qui préside fixe l’ordre du jour et n’a pas de voix prépondérante.`;
}

function votedWords(outcomes: readonly (keyof typeof outcomeWords)[]): string {
  const counts = (Object.keys(outcomeWords) as (keyof typeof outcomeWords)[]).flatMap((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length;
    return count === 0 ? [] : [`${formatCount(count)} ${outcomeWords[outcome]}${count > 1 ? "s" : ""}`];
  });
  const one = outcomes.length === 1;
  return `${formatCount(outcomes.length)} indicateur${one ? " a été mis" : "s ont été mis"} au vote : ${counts.join(", ")}.`;
}

function sessionPart(
  {title, kind, held_on, agenda, report_url, presided_by}: Row<"session">,
  register: Register
): string {
  const when = `${sessionKinds[kind]?.shown ?? kind}, ${formatDate(held_on)}${held_on > register.today ? ", à venir" : ""}`;
  return [
    `### ${safe(title)}`,
    safe(`${when.charAt(0).toUpperCase()}${when.slice(1)}. ${actorFirst(presided_by, register.college)} préside.`),
    list(agenda.split("\n").map(safe)),
    ...(report_url === null ? [] : [`<a href="${safe(report_url)}">Compte rendu</a>`])
  ].join("\n\n");
}

function proposalItem(proposal: Row<"proposal">, register: Register): string {
  const {body, author_college, state, state_on, origin_platform, origin_url, origin_state, declared_progress_ratio} =
    proposal;
  const step = register.step.findLast(
    (one) => one.proposal_id === proposal.proposal_id && one.version === proposal.version
  );
  const elsewhere =
    origin_platform === null
      ? []
      : [
          safe(
            `Repris de ${origin_platform}${origin_state === null ? "" : ` (là-bas : ${origin_state})`}${declared_progress_ratio === null ? "" : `, avancement déclaré : ${Math.round(declared_progress_ratio * 100)} %`}.`
          ),
          ...(origin_url === null ? [] : [`<a href="${safe(origin_url)}">${safe("Page d’origine")}</a>`])
        ];
  const history = [
    safe(`Proposé par ${actorName(author_college, register.college)}.`),
    ...(step === undefined || step.n === 1 ? [] : [safe(`Dernier motif : ${step.motive}`)]),
    ...(isInUse(state as State) && !hasOwnPassport(proposal, register)
      ? [safe("Pas encore de passeport : rien ne le mesure sur ce site.")]
      : []),
    ...elsewhere
  ].join(" ");
  return [
    `<strong>${proposalName(proposal, register)}</strong>, <em>${safe(stateName(state))}</em> ${safe(`le ${formatDate(state_on)}`)}`,
    safe(body),
    `<small>${history}</small>`
  ].join("<br>");
}

function collegesTable({college}: Register): string {
  return markupTable(
    "Les collèges de l’Agora",
    ["Collège", "Membres", "Ce que l’on en sait"],
    college
      .toSorted((a, b) => a.n - b.n)
      .map(({name, members, members_on, is_fictional, description, source_url}) => [
        safe(name),
        members === null || members_on === null
          ? safe("non publié")
          : safe(`${formatCount(members)} le ${formatDate(members_on)}${is_fictional ? " (effectif fictif)" : ""}`),
        `${safe(description)} <a href="${safe(source_url)}">Source</a>`
      ])
  );
}
