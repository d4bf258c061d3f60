import {parseHTML} from "linkedom";
import {describe, expect, it} from "vitest";
import {renderFigure} from "../../src/components/figure.js";
import {commitmentsAnswer, commitmentsPage} from "../../src/engagements/commitments-page.js";
import commitmentTimeline from "../../src/figures/commitment-timeline.js";
import {action, commitments} from "../figures/commitments.js";
import {noTables, report} from "../figures/rows.js";

const {commitment_action: actions, commitment_evidence: evidence} = commitments;
const data = (params = {}) => commitmentTimeline.prepare({...noTables, ...commitments}, params, report);

describe("the page of the commitments", () => {
  it("says first of how many actions a trace was found", () => {
    expect(commitmentsAnswer(actions)).toContain(
      "Sur 3 actions promises, 1 est attestée, 1 l’est en partie, de 1 nous"
    );
    expect(commitmentsAnswer([action({})])).toContain("Sur 1 action promise, de 1 nous n’avons trouvé aucune preuve");
    expect(commitmentsAnswer([])).toContain("Aucun engagement");
  });

  it("shows each action with its state, its calendar, its evidence and its reserve", () => {
    const page = commitmentsPage(actions, evidence);
    expect(page.match(/^# /gm)).toHaveLength(1);
    for (const text of [
      "Attesté.",
      "Inconnu.",
      "sans calendrier dans le plan",
      "À relire.",
      "date rapprochée par son ordre"
    ])
      expect(page).toContain(text);
    expect(page).toContain('<a href="https://example.org/preuve">');
    expect(page).toContain('data-engagement="E1"');
  });

  it("lets no text of the file act as a mark or a script", () => {
    const page = commitmentsPage([action({action: "<img onerror=x> ${1+1} **b**"})], []);
    expect(page).not.toMatch(/<img|\$\{1|\*\*b/);
  });
});

describe("the timeline of a commitment", () => {
  it("counts in its title the actions without evidence", () => {
    expect(commitmentTimeline.title(data({engagement: "E1"}))).toContain("aucune preuve trouvée pour 1 des 3 actions");
    const full = {...data(), actions: data().actions.filter(({state}) => state === "atteste")};
    expect(commitmentTimeline.title(full)).toContain("une preuve pour chaque action");
  });

  it("cuts the same rows as Recalculer", () => {
    const kept = actions.filter((row) => commitmentTimeline.slice?.("commitment_action", row, {engagement: "E2"}));
    expect(kept).toHaveLength(0);
    expect(data({engagement: "E2"}).actions).toHaveLength(0);
    expect(data().actions).toHaveLength(3);
  });

  it("draws one bar per dated action, and says which has no calendar", () => {
    const {document} = parseHTML("<!doctype html><html><body></body></html>") as unknown as {document: Document};
    const host = document.createElement("div");
    host.append(...renderFigure(commitmentTimeline as never, {...noTables, ...commitments}, {}, {document, report}));
    expect(host.querySelectorAll('.chart-wide g[data-mark="bar"] rect')).toHaveLength(2);
    expect(host.textContent).toContain("sans calendrier dans le plan");
  });
});
