import {decide, grades, isGraded, type Rule} from "../../../src/lib/agora/decision.js";
import {ruleWords, stateWords} from "../../../src/lib/agora/words.js";
import {groupBy} from "../../../src/lib/group-by.js";
import type {Decision} from "../../../src/lib/metrics/vote.js";
import type {Row} from "../../../src/lib/schema.js";
import {maybeInteger, oneOf, text, type CsvFile, type CsvRow} from "../csv.js";
import {known, voteFault, type Entry} from "./entries.js";
import type {AgoraFiles} from "./file.js";
import {maybeEnd, versionKey, type Life, type Step} from "./lives.js";
import type {Session} from "./sessions.js";

type Total = Row<"ballot_total">;
type Fault = Entry<CsvRow>["fault"];

const rules = Object.keys(ruleWords) as Rule[];

/** A total with the error of its line. */
interface PlacedTotal {
  row: Total;
  fault: Fault;
}

/**
 * Totals of ballots, one row per college, item and session.
 *
 * @throws {Error} On an unknown session, version or college, a total larger than its college, a vote on a version that is over or
 * was not put to this vote, a college counted twice or missing, or an item under two rules.
 */
export function stageVotes(
  {votes}: AgoraFiles,
  colleges: ReadonlyMap<string, unknown>,
  sessions: ReadonlyMap<string, Session>,
  lives: ReadonlyMap<string, Life>
): Total[] {
  const totals = votes.flatMap((file) => file.rows.map((row) => stageTotal(file, row, colleges, sessions, lives)));
  const items = groupBy(totals, ({row}) => itemKey(row));
  for (const item of items.values()) checkItem(item, colleges);
  return totals.map(({row}) => row);
}

/** Names an item of a session in maps. */
function itemKey({session_id, proposal_id, version}: Pick<Total, "session_id" | "proposal_id" | "version">): string {
  return `${session_id}, ${versionKey(proposal_id, version)}`;
}

/**
 * Checks that each decision written in the register is the one that the ballots give: no proposal adopts itself.
 *
 * @throws {Error} On a decision without its session, ballots that are missing, or ballots that give something else.
 */
export function checkDecisions(
  lives: ReadonlyMap<string, Life>,
  sessions: ReadonlyMap<string, Session>,
  totals: readonly Total[],
  objections: readonly Row<"objection">[]
): void {
  const items = groupBy(totals, itemKey);
  for (const {id, version, steps} of lives.values())
    steps.forEach((step, i) => {
      const before = steps[i - 1];
      const isVote = step.state === "put_to_vote";
      if (!isVote && before?.state !== "put_to_vote") return;
      const session = sessionOf(step, sessions);
      if (isVote) return;
      const {fault} = step.entry;
      if (before?.session_id !== step.session_id)
        throw fault("seance", `la séance du vote, ${before?.session_id}`, String(step.session_id));
      const item = items.get(itemKey({session_id: session.session_id, proposal_id: id, version}));
      if (!item && step.state === "adjourned") return;
      const written = stateWords[step.state].written;
      if (!item)
        throw fault(
          "etat",
          `des bulletins de la séance ${session.session_id} qui le décident`,
          `${written} sans bulletin`
        );
      const objecting = objections.filter(
        (one) => isOpenOn(one, session.held_on) && one.proposal_id === id && one.version === version
      );
      const decision = decide(
        item,
        session,
        objecting.map(({college_id}) => college_id)
      );
      if (decision.outcome !== step.state)
        throw fault(
          "etat",
          `${stateWords[decision.outcome].written}, ce que donnent les bulletins (${reasonOf(decision, item, session)})`,
          written
        );
    });
}

function isOpenOn({opened_on, closed_on}: Row<"objection">, day: string): boolean {
  return opened_on <= day && (closed_on === null || closed_on > day);
}

function sessionOf(step: Step, sessions: ReadonlyMap<string, Session>): Row<"session"> {
  const {fault} = step.entry;
  if (step.session_id === null)
    throw fault("etat", "une clé « seance » : quelle séance a voté", stateWords[step.state].written);
  const {row} = sessions.get(step.session_id) as Session;
  if (row.held_on !== step.dated_on) throw fault("date", `le jour de la séance, ${row.held_on}`, step.dated_on);
  return row;
}

/** Why the ballots give what they give, in the words of the register. */
function reasonOf({reason, by}: Decision, item: readonly Total[], session: Row<"session">): string {
  const names = by.map((i) => item[i]?.college_id).join(", ");
  if (reason === "strong-refusal") return `refus de plus de ${session.refusal_limit_ratio} : ${names}`;
  if (reason === "quorum") return `quorum non atteint : ${names}`;
  if (reason === "objection") return `objection : ${names}`;
  return `${reason === "enough" ? "assez" : "trop peu"} de collèges acceptent, ${session.required_colleges} requis`;
}

function stageTotal(
  file: CsvFile,
  row: CsvRow,
  colleges: ReadonlyMap<string, unknown>,
  sessions: ReadonlyMap<string, Session>,
  lives: ReadonlyMap<string, Life>
): PlacedTotal {
  const fault = voteFault(file, row);
  const session = known({fault}, "seance", text(file, row, "seance"), sessions, "une séance");
  const college = text(file, row, "college");
  known({fault}, "college", college, colleges, "un collège");
  const version = maybeInteger(file, row, "version") ?? 1;
  const life = known(
    {fault},
    "proposition",
    versionKey(text(file, row, "proposition"), version),
    lives,
    "une version de proposition"
  );
  checkAlive(life, session.row, fault);
  const written = rules.map((rule) => ruleWords[rule].written);
  const rule = rules[written.indexOf(oneOf(file, row, "regle", written))] as Rule;
  const members = session.members.get(college);
  if (members === undefined)
    throw fault("college", `l’effectif de ce collège dans la séance ${session.row.session_id}`, college);
  const ballots = ballotsOf(file, row, rule, fault);
  const cast =
    (ballots.yes ?? 0) + (ballots.no ?? 0) + ballots.abstain + (ballots.counts ?? []).reduce((a, b) => a + b, 0);
  if (cast > members)
    throw fault("college", `au plus ${members} bulletins, l’effectif du collège ${college}`, String(cast));
  const floor = isGraded(rule) ? session.floors[rule] : null;
  if (isGraded(rule) && floor === null)
    throw fault(
      "regle",
      `une mention requise dans les règles de la séance ${session.row.session_id}`,
      ruleWords[rule].written
    );
  const {yes, no, abstain, counts} = ballots;
  return {
    fault,
    row: {
      session_id: session.row.session_id,
      held_on: session.row.held_on,
      proposal_id: life.id,
      version,
      college_id: college,
      rule,
      members,
      yes,
      no,
      abstain,
      grades: counts === null ? null : counts.join(" "),
      quorum_ratio: session.row.quorum_ratio,
      floor_grade: floor,
      is_fictional: session.row.is_fictional,
      source_id: file.sourceId
    }
  };
}

/** What was cast: yes and no, or one count per grade. */
function ballotsOf(file: CsvFile, row: CsvRow, rule: Rule, fault: Fault) {
  const [yes, no, abstain] = (["pour", "contre", "abstention"] as const).map((column) => {
    const value = maybeInteger(file, row, column);
    if (value !== null && value < 0) throw fault(column, `un nombre de bulletins dans « ${column} »`, String(value));
    return value;
  }) as [number | null, number | null, number | null];
  const marks = row.cells.mentions as string;
  if (!isGraded(rule)) {
    if (marks !== "") throw fault("mentions", `« mentions » vide, car la règle est ${ruleWords[rule].written}`, marks);
    return {yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0, counts: null};
  }
  if (yes !== null || no !== null)
    throw fault("pour", "« pour » et « contre » vides, car on donne des mentions", `${yes ?? ""} ${no ?? ""}`);
  const counts = marks.split(" ").map(Number);
  const names = grades[rule];
  if (counts.length !== names.length || counts.some((count) => !Number.isInteger(count) || count < 0))
    throw fault("mentions", `${names.length} nombres séparés par des espaces (${names.join(", ")})`, marks);
  return {yes: null, no: null, abstain: abstain ?? 0, counts};
}

function checkAlive(life: Life, {session_id, held_on}: Row<"session">, fault: Fault): void {
  const end = maybeEnd(life, held_on);
  const name = versionKey(life.id, life.version);
  if (end && end.session_id !== session_id)
    throw fault(
      "proposition",
      "un vote sur une version qui vit encore",
      `${name} : ${stateWords[end.state].written} le ${end.dated_on}`
    );
  if (!life.steps.some(({state, session_id: at}) => state === "put_to_vote" && at === session_id))
    throw fault("proposition", `une étape « mis_au_vote » de la séance ${session_id} pour cette version`, name);
}

function checkItem(item: readonly PlacedTotal[], colleges: ReadonlyMap<string, unknown>): void {
  const [first] = item;
  const seen = new Set<string>();
  for (const {row, fault} of item) {
    if (seen.has(row.college_id)) throw fault("college", "une ligne par collège et par objet", row.college_id);
    seen.add(row.college_id);
    if (row.rule !== first?.row.rule)
      throw fault("regle", "une seule règle par objet", ruleWords[row.rule as Rule].written);
  }
  const missing = [...colleges.keys()].filter((college) => !seen.has(college));
  if (missing.length > 0)
    throw (item.at(-1) as PlacedTotal).fault(
      "college",
      `une ligne aussi pour ${missing.join(", ")}`,
      [...seen].join(", ")
    );
}
