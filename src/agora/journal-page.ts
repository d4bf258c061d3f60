import {formatDate, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {list, safe} from "../methode/markup.js";
import {actorName, documentLink, proposalName, stateName, type Register} from "./register.js";

/** The journal of every decision, as Markdown: the latest first, with date, actor, motive and document. */
export function agoraJournalPage(register: Register): string {
  const entries = entriesOf(register).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.rank - a.rank));
  return [
    "---\ntitle: Journal de l’Agora\n---",
    `# ${safe("Journal de l’Agora : chaque décision, avec son motif")}`,
    safe(
      "Qui a décidé, quand, pourquoi ; le document suit quand le registre en donne un. Rien ne s’efface : un indicateur retiré garde sa ligne."
    ),
    ...(entries.length === 0 ? [safe("Aucune décision dans le registre.")] : []),
    ...[...groupBy(entries, ({day}) => day.slice(0, 4))].flatMap(([year, own]) => [
      `## ${safe(formatYear(Number(year)))}`,
      list(own.map(({day, words}) => `<strong>${safe(formatDate(day))}</strong> ${words}`))
    ])
  ].join("\n\n");
}

interface Entry {
  day: string;
  /** Later entries of one day stand higher. */
  rank: number;
  words: string;
}

function entriesOf(register: Register): Entry[] {
  const nameOf = (id: string, version: number): string => {
    const proposal = register.proposal.find((one) => one.proposal_id === id && one.version === version);
    return proposal ? proposalName(proposal, register) : safe(id);
  };
  const by = (id: string) => actorName(id, register.college);
  const objections = register.objection.flatMap((one): Entry[] => {
    const name = nameOf(one.proposal_id, one.version);
    const amendment = one.amendment === null ? "" : ` Amendement demandé : ${one.amendment}`;
    const opened = safe(`: objection, par ${by(one.college_id)}. ${one.reason}${amendment}`);
    const closed = safe(`: objection levée. ${one.answer ?? ""}`);
    return [
      {day: one.opened_on, rank: 100, words: `${name} ${opened}`},
      ...(one.closed_on === null ? [] : [{day: one.closed_on, rank: 101, words: `${name} ${closed}`}])
    ];
  });
  const council = register.presentation.flatMap((one): Entry[] => {
    const title = register.session.find(({session_id}) => session_id === one.session_id)?.title ?? one.session_id;
    const reference = one.deliberation_ref === null ? "" : ` (${one.deliberation_ref})`;
    const asked = safe(
      `Devant le Conseil de Paris${reference}, après ${title} : ${by(one.college_id)} demande : ${one.request}`
    );
    const answered = safe(`Réponse du Conseil de Paris à ce que ${by(one.college_id)} demandait : ${one.answer ?? ""}`);
    return [
      {day: one.council_on, rank: 200, words: `${asked}${documentLink(one.document_url)}`},
      ...(one.answered_on === null ? [] : [{day: one.answered_on, rank: 201, words: answered}])
    ];
  });
  return [
    ...register.step.map((one): Entry => {
      const what = safe(`: ${stateName(one.state)}, par ${by(one.actor)}. ${one.motive}`);
      return {
        day: one.dated_on,
        rank: one.n,
        words: `${nameOf(one.proposal_id, one.version)} ${what}${documentLink(one.document_url)}`
      };
    }),
    ...objections,
    ...council
  ];
}
