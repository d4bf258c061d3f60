import {legend} from "../components/legend.js";
import {shares} from "../components/shares.js";
import {stack} from "../components/stack.js";
import agoraTurnout from "../indicators/agora-turnout.js";
import collegesAcceptingShare from "../indicators/colleges-accepting-share.js";
import equalCollegesApproval from "../indicators/equal-colleges-approval.js";
import onePersonApproval from "../indicators/one-person-approval.js";
import {grades, isGraded} from "../lib/agora/decision.js";
import {itemKey, itemsOf, itemTables, type CollegeVote, type Item} from "../lib/agora/items.js";
import {approvalInWords, castBy, reasonInWords, ruleInWords, voteInWords} from "../lib/agora/vote-words.js";
import {outcomeWords, ruleWords, verdictWords} from "../lib/agora/words.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatDate, formatRatio} from "../lib/format.js";
import {colors, steps} from "../lib/palette.js";
import type {Row} from "../lib/schema.js";

interface Part {
  name: string;
  color: string;
  ink: string;
}

/** Width from which the two middle answers of a scale stand whole beside a college; below, the table has them. */
const roomForMiddles = 520;

const yesNo: readonly Part[] = [
  {name: "pour", color: colors.inFavour, ink: colors.paper},
  {name: "contre", color: colors.against, ink: colors.onBright},
  {name: "abstention", color: colors.abstained, ink: colors.onBright}
];

/** The four gauges of one item: `data-objet` is its key; without it, the last item of the register. */
export default defineFigure<{item: Item | null}>({
  id: "agora-vote",
  tables: itemTables,
  indicators: [collegesAcceptingShare, equalCollegesApproval, onePersonApproval, agoraTurnout],
  slice: (table, row, {objet}) =>
    table !== "ballot_total" || objet === undefined || itemKey(row as Row<"ballot_total">) === objet,
  prepare: (tables, {objet}) => {
    const items = itemsOf(tables);
    return {item: (objet === undefined ? items.at(-1) : items.find(({key}) => key === objet)) ?? null};
  },
  title: ({item}) => (item === null ? "Aucun vote" : `${shortTitle(item)} : ${outcomeWords[item.outcome]}`),
  subtitle: ({item}) =>
    item === null
      ? "Votes de l’Agora, par collège"
      : `${item.isFictional ? "Exemple fictif. " : ""}${item.session}, ${formatDate(item.heldOn)}, version ${item.version} ; ${ruleWords[item.rule].shown}, bulletins par collège`,
  bigNumbers: ({item}) =>
    item === null
      ? []
      : [
          {label: "Décision", value: outcomeWords[item.outcome], comparison: reasonInWords(item)},
          ...(item.equal === null || item.person === null
            ? []
            : [
                {
                  label: "À collèges égaux",
                  value: formatRatio(item.equal),
                  comparison: "de pour, chaque collège pesant autant"
                },
                {
                  label: "Une personne, une voix",
                  value: formatRatio(item.person),
                  comparison: "de pour, tous collèges réunis"
                }
              ])
        ],
  chart: ({item}, context) => {
    if (item === null) return null;
    const parts = partsOf(item);
    const bars = shares(
      item.votes.map((vote) => ({
        name: `${vote.college} : ${verdictWords[vote.verdict]}${isGraded(item.rule) && (item.rule === "judgment" || context.width >= roomForMiddles) ? `, ${approvalInWords(vote, item)}` : ""}`,
        label: isGraded(item.rule) ? "" : approvalInWords(vote, item),
        title: voteInWords(vote, item),
        parts: countsOf(vote, item).map((count, i) => ({
          share: count / Math.max(1, castBy(vote)),
          color: parts[i]?.color ?? colors.rule,
          ink: parts[i]?.ink ?? colors.ink,
          label: count > 0 ? formatCount(count) : ""
        }))
      })),
      context
    );
    return stack(
      [
        {title: "", svg: legend(parts, context)},
        {title: "", svg: bars}
      ],
      context
    );
  },
  table: ({item}) => ({
    columns: [
      {key: "college", label: "Collège"},
      {key: "members", label: "Membres"},
      ...(item === null ? [] : partsOf(item).map(({name}, i) => ({key: `ballots_${i}`, label: name}))),
      {key: "approval", label: item !== null && isGraded(item.rule) ? "Mention du milieu" : "Part de pour"},
      {key: "verdict", label: "Ce que dit le collège"}
    ],
    rows: (item?.votes ?? []).map((vote) => ({
      college: vote.college,
      members: vote.members,
      ...Object.fromEntries(countsOf(vote, item as Item).map((count, i) => [`ballots_${i}`, count])),
      approval: approvalInWords(vote, item as Item),
      verdict: verdictWords[vote.verdict]
    }))
  }),
  notes: ({item}) =>
    item === null
      ? []
      : [
          ruleInWords(item),
          ...item.objections.map(({college, reason}) => `Objection ouverte du collège ${college} : ${reason}`),
          "Les quatre résultats sont toujours montrés ; sous dix bulletins, des nombres et non des pourcentages."
        ],
  empty: "Aucun vote dans le registre : voir data/agora.",
  reading: ({item}) => (item === null ? "aucun vote." : voteInWords(item.votes[0] as CollegeVote, item)),
  scope: ({item}) =>
    item === null
      ? "Votes du registre de l’Agora."
      : `${formatCount(item.votes.reduce((sum, vote) => sum + castBy(vote), 0))} bulletins de ${formatCount(item.votes.length)} collèges, en totaux ; aucun bulletin de personne n’est gardé.`,
  source: ({item}) => [{label: `Registre de l’Agora${item?.isFictional ? ", exemple fictif" : ""}`, url: ""}]
});

function partsOf({rule}: Item): readonly Part[] {
  if (!isGraded(rule)) return yesNo;
  const names = [...grades[rule], "abstention"];
  // The scale has one step more than the palette: the worst grade has the colour of a no, which no eye takes for the best one.
  const scale =
    names.length === 8 ? [{fill: colors.against, ink: colors.onBright}, ...steps] : [steps[0], ...steps.slice(2)];
  return names.map((name, i) => ({
    name,
    color: scale[i]?.fill ?? colors.abstained,
    ink: scale[i]?.ink ?? colors.onBright
  }));
}

function countsOf({yes, no, abstain, grades: counts}: CollegeVote, {rule}: Item): number[] {
  return isGraded(rule) ? [...counts, abstain] : [yes ?? 0, no ?? 0, abstain];
}

/** A title of thirteen words at most leaves room for what became of it. */
function shortTitle({title}: Item): string {
  const words = title.split(" ");
  return words.length <= 13 ? title : `${words.slice(0, 12).join(" ")}…`;
}
