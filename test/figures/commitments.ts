import type {Row} from "../../src/lib/schema.js";

/** An action of a commitment, of which nothing is known. */
export function action(fields: Partial<Row<"commitment_action">>): Row<"commitment_action"> {
  const id = fields.action_id ?? "E1.1";
  return {
    plan: "Plan d’action 2019-2021",
    commitment_id: id.split(".")[0] ?? id,
    commitment: "La Fabrique",
    domain: "solidarite",
    lead: "Centre d’action sociale",
    partners: "associations",
    problem: "Des personnes dorment dehors.",
    page_url: "https://example.org/engagement",
    follow_up: "Enregistré sous PAR0006.",
    action_id: id,
    n: Number(id.split(".")[1] ?? 1),
    block: null,
    action: "Former des bénévoles",
    calendar: "2019",
    is_paired_by_order: false,
    starts_on: "2019-01-01",
    ends_on: "2019-12-31",
    state: "inconnu",
    evidence_count: 0,
    note: null,
    site_pages: null,
    checked_on: "2026-11-25",
    source_id: "0123456789ab",
    ...fields
  };
}

/** Three actions: one evidenced, one unknown, one without a calendar. */
export const commitments = {
  commitment_action: [
    action({action_id: "E1.1", state: "atteste", evidence_count: 1, site_pages: "/solidarite/"}),
    action({action_id: "E1.2", is_paired_by_order: true, ends_on: null}),
    action({
      action_id: "E1.3",
      calendar: null,
      starts_on: null,
      ends_on: null,
      state: "atteste_en_partie",
      note: "À relire."
    })
  ],
  commitment_evidence: [
    {action_id: "E1.1", n: 1, url: "https://example.org/preuve", says: "Une page de 2019.", source_id: "0123456789ab"}
  ]
};
