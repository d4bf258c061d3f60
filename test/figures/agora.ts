import type {Row, Tables} from "../../src/lib/schema.js";
import type {agoraTables} from "../../src/lib/tables/agora.js";

const common = {is_fictional: true, source_id: "0123456789ab"};
const ids = ["administration", "entreprises", "associations", "volontaires"];
const names = ["Administration", "Entreprises", "Associations", "Volontaires du Climat"];

/** A total of one college; what a test does not say is sound. */
function total(fields: Partial<Row<"ballot_total">>): Row<"ballot_total"> {
  return {
    session_id: "seance",
    held_on: "2026-06-13",
    proposal_id: "nuits-calmes",
    version: 1,
    college_id: "administration",
    rule: "double",
    members: 8,
    yes: 6,
    no: 1,
    abstain: 0,
    grades: null,
    quorum_ratio: 0.5,
    floor_grade: null,
    ...common,
    ...fields
  };
}

/** A proposal; what a test does not say is sound. */
function proposal(fields: Partial<Row<"proposal">>): Row<"proposal"> {
  return {
    proposal_id: "nuits-calmes",
    version: 1,
    title: "Les nuits calmes",
    body: "« Je ferme la fenêtre à cause du bruit. »",
    author_college: "associations",
    created_on: "2026-01-24",
    workshop: null,
    state: "adopted",
    state_on: "2026-06-13",
    indicator: null,
    definition: null,
    origin_platform: null,
    origin_url: null,
    origin_state: null,
    declared_progress_ratio: null,
    ...common,
    ...fields
  };
}

/** One session, two items: one by the double rule, one by majority judgment. */
export const agora: Pick<Tables, keyof typeof agoraTables> = {
  college: ids.map((college_id, i) => ({
    college_id,
    n: i + 1,
    name: names[i] as string,
    description: "Collège nommé par l’engagement.",
    source_url: "https://example.org/engagement",
    members: 8,
    members_on: "2026-06-13",
    ...common
  })),
  mandate: [
    {college_id: "associations", role: "presidency", starts_on: "2026-01-01", ends_on: "2026-12-31", ...common}
  ],
  session: [
    {
      session_id: "seance",
      year: 2026,
      held_on: "2026-06-13",
      kind: "annual",
      title: "Séance annuelle",
      presided_by: "associations",
      agenda: "Voter\nParler",
      quorum_ratio: 0.5,
      required_colleges: 3,
      refusal_limit_ratio: 0.667,
      report_url: null,
      ...common
    }
  ],
  proposal: [proposal({}), proposal({proposal_id: "ombre", title: "L’ombre sur les places", state: "rejected"})],
  step: [
    {
      proposal_id: "nuits-calmes",
      version: 1,
      n: 1,
      state: "proposed",
      dated_on: "2026-01-24",
      actor: "associations",
      motive: "Proposition déposée.",
      document_url: null,
      session_id: null,
      ...common
    }
  ],
  ballot_total: [
    ...ids.map((college_id, i) => total({college_id, members: 8 + 20 * i, yes: 6 + 10 * i, no: 1 + i})),
    ...ids.map((college_id, i) =>
      total({
        college_id,
        proposal_id: "ombre",
        rule: "judgment",
        members: 30,
        yes: null,
        no: null,
        grades: i < 2 ? "0 1 2 5 8 2 0" : "6 6 2 1 0 0 0",
        floor_grade: 3
      })
    )
  ],
  objection: [
    {
      proposal_id: "ombre",
      version: 1,
      n: 1,
      college_id: "entreprises",
      opened_on: "2026-06-01",
      reason: "Les terrasses y perdraient.",
      amendment: null,
      closed_on: null,
      answer: null,
      ...common
    }
  ],
  presentation: [],
  review: []
};
