import {shares} from "../components/shares.js";
import agoraTurnout from "../indicators/agora-turnout.js";
import collegesAcceptingShare from "../indicators/colleges-accepting-share.js";
import {itemsOf, itemTables} from "../lib/agora/items.js";
import {partInWords} from "../lib/agora/words.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatYear} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import type {Row} from "../lib/schema.js";

interface Acceptance {
  year: number | null;
  items: number;
  byAll: number;
  colleges: {college: string; accepted: number; voted: number}[];
  isFictional: boolean;
}

/** How often each college accepts: `data-annee` keeps the sessions of one year. */
export default defineFigure<Acceptance>({
  id: "college-acceptance",
  tables: itemTables,
  indicators: [collegesAcceptingShare, agoraTurnout],
  slice: (table, row, {annee}) =>
    table !== "ballot_total" || annee === undefined || (row as Row<"ballot_total">).held_on.startsWith(`${annee}-`),
  prepare: (tables, {annee}) => {
    const items = itemsOf(tables).filter(({heldOn}) => annee === undefined || heldOn.startsWith(`${annee}-`));
    const names = items[0]?.votes.map(({college}) => college) ?? [];
    return {
      year: annee === undefined ? null : Number(annee),
      items: items.length,
      byAll: items.filter(({votes}) => votes.every(({verdict}) => verdict === "accepted")).length,
      colleges: names.map((college) => ({
        college,
        accepted: items.filter(({votes}) =>
          votes.some((vote) => vote.college === college && vote.verdict === "accepted")
        ).length,
        voted: items.length
      })),
      isFictional: items.some((item) => item.isFictional)
    };
  },
  title: ({items, byAll}) => {
    if (items === 0) return "Aucun vote";
    if (byAll === items)
      return `Les quatre collèges s’accordent sur ${items === 1 ? "l’objet voté" : `les ${formatCount(items)} objets votés`}`;
    return `Tous les collèges acceptent ${formatCount(byAll)} des ${formatCount(items)} objets votés`;
  },
  subtitle: ({year, isFictional}) =>
    `${isFictional ? "Exemple fictif. " : ""}Objets que chaque collège accepte, ${year === null ? "toutes séances" : `séances de ${formatYear(year)}`}`,
  chart: ({colleges}, context) =>
    colleges.length === 0
      ? null
      : shares(
          colleges.map(({college, accepted, voted}) => ({
            name: college,
            label: partInWords(accepted, voted),
            title: `${college} accepte ${accepted} objets sur ${voted}`,
            parts: [{share: accepted / voted, color: colors.inFavour}]
          })),
          context
        ),
  table: ({colleges}) => ({
    columns: [
      {key: "college", label: "Collège"},
      {key: "accepted", label: "Objets acceptés"},
      {key: "voted", label: "Objets votés"}
    ],
    rows: colleges
  }),
  notes: () => [
    "Accepter dépend de la règle de l’objet : majorité, consentement ou mention requise. Un quorum non atteint n’est pas une acceptation."
  ],
  empty: "Aucun vote dans le registre : voir data/agora.",
  reading: ({colleges: [first]}) =>
    first
      ? `le collège ${first.college} accepte ${formatCount(first.accepted)} des ${formatCount(first.voted)} objets votés.`
      : "aucun vote.",
  scope: ({items}) => `${formatCount(items)} objet${items > 1 ? "s" : ""} mis au vote, chacun par les quatre collèges.`,
  source: ({isFictional}) => [{label: `Registre de l’Agora${isFictional ? ", exemple fictif" : ""}`, url: ""}]
});
