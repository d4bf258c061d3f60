import {isOver, states, statesAfter, type State} from "../lib/agora/life.js";
import {ruleWords, stateWords} from "../lib/agora/words.js";
import {formatCount, formatDate} from "../lib/format.js";
import {list, markupTable, safe} from "../methode/markup.js";
import {actorName, documentLink, proposalName, stateName, type Register} from "./register.js";

/** What happens in each state. */
const meanings: Readonly<Record<State, string>> = {
  proposed: "Un groupe écrit une phrase, avec ses mots ; un collège la dépose. Aucun nom de personne n’est gardé.",
  admissible:
    "On regarde la forme : une seule idée, un responsable, la possibilité d’une mauvaise nouvelle. Sinon, rejet motivé.",
  discussed: "Les quatre collèges en parlent ; le texte peut changer.",
  feasibility_reviewed:
    "Les services disent si la donnée existe, peut se construire, ou manque. C’est un avis : il n’écarte rien.",
  put_to_vote: "La séance annuelle vote, collège par collège.",
  adopted: "Assez de collèges acceptent, sans refus fort ni objection ouverte, selon la règle de la séance.",
  adjourned: "Il manque un quorum, ou une objection reste ouverte : on revote à une autre séance.",
  rejected: "Trop peu de collèges acceptent, ou l’un refuse fort. Le motif reste public.",
  measured: "Un premier chiffre paraît, avec sa source.",
  reviewed: "Une fois par an, on relit : dit-il encore ce qu’il promettait ?",
  kept: "Il continue, et sera mesuré de nouveau.",
  revised: "Une nouvelle version s’ouvre ; l’ancienne série s’arrête là, lisible.",
  retired: "But atteint, plus de données, remplacé ou trompeur : il s’arrête, sa série et sa raison restent."
};

/** How an indicator is born, lives and dies, as Markdown: the states, then the longest life of the register. */
export function lifePage(register: Register): string {
  return [
    "---\ntitle: Vie d’un indicateur\n---",
    `# ${safe("Comment un indicateur naît, vit et meurt")}`,
    safe(
      "Choisir un indicateur et dire s’il est faisable sont deux métiers : les habitants choisissent, les services donnent un avis. Cette séparation vient du projet de Jacksonville, tenu depuis 1985."
    ),
    markupTable(
      "Les états d’un indicateur",
      ["État", "Ce qui s’y passe", "Ce qui peut suivre"],
      states.map((state) => [
        safe(stateWords[state].shown),
        safe(meanings[state]),
        safe(
          isOver(state)
            ? "fin de cette version"
            : statesAfter(state)
                .map((next) => stateWords[next].shown)
                .join(", ")
        )
      ])
    ),
    `## ${safe("Les règles de vote")}`,
    list([
      `<strong>${safe(ruleWords.majority.shown)}</strong> ${safe(": plus de pour que de contre, quorum atteint, dans chacun des collèges. À égalité, le collège n’accepte pas.")}`,
      `<strong>${safe(ruleWords.double.shown)}</strong> ${safe(": assez de collèges acceptent, et aucun ne refuse fort. Une majorité ne peut donc pas écraser un collège entier.")}`,
      `<strong>${safe(ruleWords.consent.shown)}</strong> ${safe(": personne ne maintient d’objection motivée. Une objection dit son motif et l’amendement qui la lèverait.")}`,
      `<strong>${safe(ruleWords.judgment.shown)}</strong> ${safe(": chacun donne une mention ; celle du bulletin du milieu l’emporte.")}`,
      `<strong>${safe(ruleWords.likert.shown)}</strong> ${safe(": on montre toutes les réponses et la médiane ; une moyenne cacherait un collège partagé.")}`
    ]),
    safe(
      "Une proposition ne s’adopte jamais elle-même : la construction de ce site refuse une décision que les bulletins ne donnent pas."
    ),
    ...longestLife(register)
  ].join("\n\n");
}

function longestLife(register: Register): string[] {
  const countOf = (id: string) => register.step.filter((step) => step.proposal_id === id).length;
  const over = register.proposal.filter(({state}) => state === "retired" || state === "revised");
  const [first] = (over.length > 0 ? over : register.proposal).toSorted(
    (a, b) => countOf(b.proposal_id) - countOf(a.proposal_id)
  );
  if (!first) return [];
  const lives = register.proposal.filter(({proposal_id}) => proposal_id === first.proposal_id);
  return [
    `## ${safe(`Une vie, pas à pas : ${first.title}`)}`,
    ...(first.is_fictional ? [safe("Exemple inventé.")] : []),
    ...lives.flatMap((proposal) => {
      const steps = register.step.filter(
        (step) => step.proposal_id === first.proposal_id && step.version === proposal.version
      );
      return [
        `### ${proposalName(proposal, register)}${safe(`, ${formatCount(steps.length)} étape${steps.length > 1 ? "s" : ""}`)}`,
        safe(proposal.body),
        list(
          steps.map(
            ({state, dated_on, actor, motive, document_url}) =>
              `<strong>${safe(formatDate(dated_on))}</strong> ${safe(`${stateName(state)}, par ${actorName(actor, register.college)}. ${motive}`)}${documentLink(document_url)}`
          )
        )
      ];
    })
  ];
}
