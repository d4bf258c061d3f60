import {timeline} from "../components/timeline.js";
import actionsWithoutEvidence from "../indicators/actions-without-evidence.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatDate} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import type {Row} from "../lib/schema.js";

interface Action {
  id: string;
  action: string;
  calendar: string | null;
  startsOn: string | null;
  endsOn: string | null;
  state: string;
  isPairedByOrder: boolean;
  evidence: {url: string; says: string}[];
}

interface Timeline {
  commitment: string;
  plan: string;
  checkedOn: string;
  pageUrl: string | null;
  actions: Action[];
}

/** Each state in words; nothing is said done without a public page that was read. */
const states: Readonly<Record<string, string>> = {
  atteste: "attesté",
  atteste_en_partie: "attesté en partie",
  inconnu: "inconnu"
};

export default defineFigure<Timeline>({
  id: "commitment-timeline",
  tables: ["commitment_action", "commitment_evidence"],
  indicators: [actionsWithoutEvidence],
  slice: (table, row, {engagement}) =>
    table !== "commitment_action" || isOf(row as Row<"commitment_action">, engagement),
  prepare: ({commitment_action: actions, commitment_evidence: evidence}, {engagement}) => {
    const own = actions.filter((row) => isOf(row, engagement)).toSorted((a, b) => a.n - b.n);
    return {
      commitment: engagement === undefined ? "Tous les engagements" : (own[0]?.commitment ?? ""),
      plan: own[0]?.plan ?? "",
      checkedOn: own[0]?.checked_on ?? "",
      pageUrl: engagement === undefined ? null : (own[0]?.page_url ?? null),
      actions: own.map((row) => ({
        id: row.action_id,
        action: row.action,
        calendar: row.calendar,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        state: row.state,
        isPairedByOrder: row.is_paired_by_order,
        evidence: evidence.filter(({action_id}) => action_id === row.action_id).map(({url, says}) => ({url, says}))
      }))
    };
  },
  title: ({commitment, actions}) => {
    const count = actions.filter(({state}) => state === "inconnu").length;
    if (actions.length === 0) return "Aucune action";
    return `${commitment}${"\u00a0"}: ${count === 0 ? "une preuve pour chaque action" : `aucune preuve trouvée pour ${formatCount(count)} des ${formatCount(actions.length)} actions`}`;
  },
  subtitle: ({plan, checkedOn}) =>
    checkedOn === "" ? plan : `Actions promises et preuves publiques trouvées, au ${formatDate(checkedOn)}. ${plan}`,
  chart: ({actions}, context) => {
    const years = maybeYearsOf(actions);
    return years === null
      ? null
      : timeline(
          actions.map((action) => ({
            name: `${action.id} · ${action.action}`,
            from: action.startsOn,
            to: action.endsOn,
            without: "sans calendrier dans le plan",
            title: `${action.action} : ${action.calendar ?? "sans calendrier"}, ${states[action.state]}`,
            color: colors.commitment,
            fill: action.state === "atteste" ? "full" : action.state === "inconnu" ? "empty" : "light"
          })),
          years,
          context
        );
  },
  table: ({actions}) => ({
    columns: [
      {key: "action_id", label: "Action"},
      {key: "action", label: "Ce qui est promis"},
      {key: "calendar", label: "Calendrier du plan", missing: "non dit"},
      {key: "state", label: "État"},
      {key: "evidence", label: "Preuves", missing: "aucune trouvée"}
    ],
    rows: actions.map(({id, action, calendar, state, evidence}) => ({
      action_id: id,
      action,
      calendar,
      state: states[state] ?? state,
      evidence: evidence.length === 0 ? null : evidence.map(({says, url}) => `${says} ${url}`).join(" ; ")
    }))
  }),
  notes: ({actions}) => [
    "Barre pleine : attesté par une page publique ; barre claire : attesté en partie ; barre vide : inconnu, ce qui ne veut pas dire non fait.",
    ...(actions.some(({isPairedByOrder}) => isPairedByOrder)
      ? [
          `Date et action rapprochées par leur ordre dans le plan, qui ne les lie pas : ${actions
            .filter(({isPairedByOrder}) => isPairedByOrder)
            .map(({id}) => id)
            .join(", ")}.`
        ]
      : [])
  ],
  empty: "Aucune action dans ces données : voir data/reference/engagements.",
  reading: ({actions}) => {
    const first = actions.find(({evidence}) => evidence.length > 0) ?? actions[0];
    if (!first) return "aucune action.";
    return `« ${first.action} » était prévu ainsi : ${first.calendar ?? "sans calendrier"} ; état : ${states[first.state]}.`;
  },
  scope: ({actions}) =>
    `${formatCount(actions.length)} action${actions.length > 1 ? "s" : ""} du plan, dites avec nos mots ; les preuves sont des pages publiques lues.`,
  source: ({plan, pageUrl}) => [
    {label: plan, url: pageUrl ?? "https://www.opengovpartnership.org/members/paris-france/"}
  ]
});

/** Every action belongs to the figure that names no commitment. */
function isOf({commitment_id}: Row<"commitment_action">, engagement: string | undefined): boolean {
  return engagement === undefined || commitment_id === engagement;
}

/** First and last year that the plan names; null when it names none. */
function maybeYearsOf(actions: readonly Action[]): [number, number] | null {
  const years = actions.flatMap(({startsOn, endsOn}) =>
    [startsOn, endsOn].flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))]))
  );
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}
