import {describe, expect, it} from "vitest";
import {cardsPage} from "../../src/agora/indicateurs/cards-page.js";
import type {HumanToday} from "../../src/agora/indicateurs/last-human.js";
import {passportPage} from "../../src/agora/indicateurs/passport-page.js";
import {recordOf} from "../../src/agora/indicateurs/record.js";
import {humanFigureId, humanFigures} from "../../src/figures/human.js";
import humanIndicators from "../../src/indicators/human/index.js";
import indicators from "../../src/indicators/index.js";
import {evaluate} from "../../src/lib/human/evaluate.js";
import type {HumanIndicator} from "../../src/lib/human/indicator.js";
import {sayIt} from "../../src/lib/human/sentence.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";
import type {Row, Tables} from "../../src/lib/schema.js";

const humanOf = (id: string) => humanIndicators.find((one) => one.id === id) as HumanIndicator;
const nothing = recordOf("rien", {proposal: [], step: [], ballot_total: [], review: [], college: [], session: []});

function today(human: HumanIndicator, rows = human.example.rows): HumanToday {
  const indicator = indicators.find(({id}) => id === human.measure) as AnyIndicator;
  const evaluation = evaluate(human, {indicator, rows, equivalences: human.exampleEquivalences ?? []});
  return {human, indicator, evaluation, said: sayIt(human, evaluation), isFictional: false};
}

const proposal = (version: number, more: Partial<Row<"proposal">> = {}) =>
  ({
    proposal_id: "offres",
    version,
    title: "Une seule offre",
    body: "« <b>Qui</b> répond ? »",
    author_college: "associations",
    created_on: `202${version + 3}-01-15`,
    workshop: "Atelier d’hiver",
    state: version === 1 ? "revised" : "kept",
    state_on: `202${version + 3}-06-15`,
    indicator: "une-seule-reponse",
    is_fictional: true,
    ...more
  }) as Row<"proposal">;
const total = (more: Partial<Row<"ballot_total">>) =>
  ({
    session_id: "seance",
    held_on: "2025-06-15",
    proposal_id: "offres",
    version: 2,
    college_id: "associations",
    rule: "double",
    members: 12,
    yes: 6,
    no: 3,
    abstain: 1,
    grades: null,
    quorum_ratio: 0.5,
    floor_grade: null,
    ...more
  }) as Row<"ballot_total">;
const review = {
  proposal_id: "offres",
  version: 2,
  year: 2026,
  decided_on: "2026-06-20",
  decision: "kept",
  motive: "Compris de tous."
} as Row<"review">;
const register: Pick<Tables, "proposal" | "step" | "ballot_total" | "review" | "college" | "session"> = {
  proposal: [proposal(2), proposal(1), proposal(1, {proposal_id: "autre", indicator: null})],
  step: [{proposal_id: "offres", version: 1, n: 9, motive: "Mots trop longs."} as Row<"step">],
  ballot_total: [
    total({}),
    total({college_id: "entreprises", rule: "judgment", yes: null, no: null, grades: "0 0 1 2 3 1 0", floor_grade: 3}),
    total({proposal_id: "autre"})
  ],
  review: [review],
  college: [{college_id: "associations", name: "Associations"} as Row<"college">],
  session: [{session_id: "seance", year: 2025} as Row<"session">]
};

describe("a passport", () => {
  const text = (human: HumanIndicator, record = nothing, rows = human.example.rows) =>
    passportPage(today(human, rows), record);

  it.each(humanIndicators.map((human) => [human.id, human] as const))(
    "of %s says everything that it must",
    (_, human) => {
      const page = text(human);
      for (const heading of [
        "Aujourd’hui",
        "Année après année",
        "L’indicateur technique",
        "Les critères",
        "D’où il vient",
        "Versions"
      ])
        expect(page).toContain(`# ${heading}`);
      for (const words of [
        "S’il empire",
        "le truquer",
        "Qui en répondrait",
        "Lignes utilisées",
        "Incertitude",
        "Aucun vote : exemple"
      ])
        expect(page.replaceAll("\u00a0", " ")).toContain(words);
      expect(page).toContain(`data-figure="${humanFigureId(human)}"`);
      expect(page).toContain(`href="../../methode/${human.measure}"`);
      expect(page).toContain("human-sentence");
    }
  );

  it("never dates from the end of a period what was seen before", () => {
    const page = text(humanOf("budget-de-gaz")).replaceAll("\u00a0", " ");
    expect(page).toContain("50,0 % pour la période qui finit en 2026");
    expect(text(humanOf("une-seule-reponse"))).not.toContain("pour la période");
  });

  it("shows the rows of the year that its sentence tells about", () => {
    expect(text(humanOf("une-seule-reponse"))).toContain('data-annee="2025"');
    expect(text(humanOf("rencontrees-une-nuit"))).not.toContain("data-annee");
  });

  it("gives uncertainty where the measure has one, else says why not", () => {
    expect(text(humanOf("une-seule-reponse"))).toContain("intervalle de Wilson");
    expect(text(humanOf("femmes-rencontrees"))).toContain("sans dire combien de personnes ont répondu");
  });

  it("gives an equivalence its vintage and source, and people none", () => {
    expect(text(humanOf("en-voyages-en-avion"))).toMatch(
      /facteur de 2026-06, lu dans <a href="https:\/\/example\.org">/
    );
    expect(text(humanOf("rencontrees-une-nuit"))).toContain("des personnes ne se comptent pas en choses");
  });

  it("abstains where the data do not allow its sentence", () => {
    const page = text(humanOf("une-seule-reponse"), nothing, []);
    expect(page).toContain("human-abstains");
    expect(page).toContain("Aucune ligne de ces données ne répond à la question");
  });

  it("joins what the register holds of it, and nothing of another", () => {
    const page = text(humanOf("une-seule-reponse"), recordOf("une-seule-reponse", register)).replaceAll("\u00a0", " ");
    expect(page).toContain("6 pour, 3 contre, 1 abstention");
    expect(page).toContain("assez bien : 2 ; bien : 3");
    expect(page).toContain('href="../votes#agora-vote--objet-seance-offres-2"');
    expect(page).toContain("accepte");
    expect(page).toContain("2026 : gardé le 20 juin 2026. Compris de tous.");
    expect(page).toMatch(/Version 1, révisé depuis le 15 juin 2024 : Mots trop longs\.<\/li><li>Version 2/);
    expect(page).toContain("Associations, le 15 janvier 2024, Atelier d’hiver. Exemple inventé");
    expect(page).not.toContain("Aucun vote");
    expect(page.match(/<th scope="row">/g)?.length).toBe(7 + 2);
  });

  it("shows the words of a group as text, HTML included", () => {
    const page = text(humanOf("une-seule-reponse"), recordOf("une-seule-reponse", register));
    expect(page).not.toContain("<b>Qui");
    expect(page).toContain("&#60;b&#62;Qui");
  });
});

describe("the cards", () => {
  it("say the sentence first, then the technical twin, and mark what is an example or invented", () => {
    const page = cardsPage([
      {...today(humanOf("une-seule-reponse")), isFictional: true},
      today(humanOf("trajets-a-velo"))
    ]);
    expect(page.indexOf("un sur quatre")).toBeLessThan(page.indexOf("Indicateur technique"));
    expect(page).toContain('href="./une-seule-reponse"');
    expect(page.match(/exemple, aucun atelier derrière/g)).toHaveLength(2);
    expect(page.match(/données fictives/g)).toHaveLength(1);
    expect(page).toContain("## Marchés publics");
    expect(page).not.toContain("## Solidarité");
  });
});

describe("the figure of a human indicator", () => {
  const figure = (id: string) => humanFigures.find((one) => one.id === `humain-${id}`);
  it("recomputes over the rows of the year that it was made for", () => {
    const slice = figure("une-seule-reponse")?.slice;
    expect(slice?.("award", {year: 2025} as Row<"award">, {annee: "2025"})).toBe(true);
    expect(slice?.("award", {year: 2024} as Row<"award">, {annee: "2025"})).toBe(false);
    expect(slice?.("award", {year: 2024} as Row<"award">, {})).toBe(true);
    expect(slice?.("equivalence", {} as Row<"equivalence">, {annee: "2025"})).toBe(true);
  });
  it("has no chart where no year is known", () => {
    expect(figure("promesses-sans-mesure")?.chart).toBeUndefined();
    expect(figure("trajets-a-velo")?.chart).toBeDefined();
  });
  it("tells each year with its break in the table, and is empty without rows", () => {
    const {id} = humanOf("rencontrees-une-nuit");
    const tables = {night_count: humanOf("rencontrees-une-nuit").worse?.rows, equivalence: []} as unknown as Tables;
    const one = figure(id);
    const data = one?.prepare(tables, {}, {} as never);
    expect(one?.table(data).rows).toEqual([
      {year: 2025, value: 3000, used: 1, break_before: "", is_provisional: false},
      {year: 2026, value: 4200, used: 1, break_before: "", is_provisional: false}
    ]);
    expect(one?.title(data)).toBe("Personnes sans abri rencontrées : au moins 4\u202f200");
    const none = one?.prepare({...tables, night_count: []}, {}, {} as never);
    expect(one?.table(none).rows).toEqual([]);
  });
});
