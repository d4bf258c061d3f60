import {describe, expect, it} from "vitest";
import {trees} from "../lib/human/definition.js";
import {RegisterCopy} from "./copy.js";

const y = "2026/agora.yaml";
const votes = "2026/votes.csv";

describe("the register as it comes", () => {
  it("holds four colleges, three years and every state that a life may end in", () => {
    const {college, session, proposal, ballot_total} = new RegisterCopy().staged();
    expect(college.map(({name}) => name)).toEqual([
      "Administration",
      "Entreprises",
      "Associations",
      "Volontaires du Climat"
    ]);
    expect(new Set(session.map(({year}) => year))).toEqual(new Set([2024, 2025, 2026]));
    expect(new Set(proposal.map(({state}) => state))).toEqual(
      new Set(["revised", "retired", "kept", "adopted", "rejected", "adjourned", "discussed"])
    );
    expect(new Set(ballot_total.map(({rule}) => rule))).toEqual(
      new Set(["majority", "double", "consent", "judgment", "likert"])
    );
  });

  it("says of everything but the colleges that it is invented", () => {
    const {college: _colleges, ...rows} = new RegisterCopy().staged();
    for (const table of Object.values(rows)) for (const row of table) expect(row.is_fictional).toBe(true);
  });

  it("has a college under ten voters, and an objection that is open", () => {
    const {ballot_total, objection} = new RegisterCopy().staged();
    expect(ballot_total.some(({members}) => members < 10)).toBe(true);
    expect(objection.some(({closed_on}) => closed_on === null)).toBe(true);
  });
});

describe("a register edited by hand is refused, with its file and line,", () => {
  const cases: [what: string, file: string, before: string, after: string, message: string][] = [
    [
      "where a total is larger than its college",
      votes,
      "administration,double,6,1,0,",
      "administration,double,8,1,0,",
      "attendu au plus 8 bulletins, l’effectif du collège administration, trouvé « 9 »"
    ],
    [
      "where a retired version is voted on",
      votes,
      "seance-2026,achats-d-ici,1,administration,double,6,1,0,",
      "seance-2026,compost-de-quartier,1,administration,double,6,1,0,",
      "attendu un vote sur une version qui vit encore, trouvé « compost-de-quartier, version 1 : retire le 2026-05-16 »"
    ],
    [
      "where a version is voted on that was not put to this vote",
      votes,
      "seance-2026,achats-d-ici,1,administration,double,6,1,0,",
      "seance-2026,fontaines-ouvertes,1,administration,double,6,1,0,",
      "attendu une étape « mis_au_vote » de la séance seance-2026"
    ],
    [
      "where a step comes out of order",
      y,
      "    etat: discute\n    date: 2026-11-14",
      "    etat: adopte\n    date: 2026-11-14",
      "attendu discute après « recevable » du 2026-10-20, trouvé « adopte »"
    ],
    [
      "where a proposal adopts itself against the ballots",
      y,
      "    etat: rejete",
      "    etat: adopte",
      "attendu rejete, ce que donnent les bulletins (refus de plus de 0.667 : entreprises), trouvé « adopte »"
    ],
    [
      "where a composed indicator lacks what the workshop asks",
      y,
      "    indicateur: entreprises-de-moins-de-dix\n",
      "    definition: {id: x, version: 1, title: Titre, sentence: Phrase., measure: award-count}\n",
      "attendu un indicateur que l’atelier relirait, trouvé « "
    ],
    [
      "where days are in disorder",
      y,
      "    etat: discute\n    date: 2026-11-14",
      "    etat: discute\n    date: 2026-10-12",
      "attendu un jour à partir du 2026-10-20, celui de l’étape d’avant, trouvé « 2026-10-12 »"
    ],
    ["where a day is of another year", y, "date: 2026-11-14", "date: 2027-11-14", "attendu un jour de 2026"],
    ["where a day does not exist", y, "date: 2026-11-14", "date: 2026-11-31", "attendu un jour qui existe"],
    [
      "where a college is unknown",
      y,
      "    college: entreprises\n    deposee_le",
      "    college: syndicats\n    deposee_le",
      "attendu un collège parmi administration, entreprises, associations, volontaires, trouvé « syndicats »"
    ],
    [
      "where a college is missing from a vote",
      votes,
      "seance-2026,trajets-a-velo,1,volontaires,likert,,,0,22 6 3 8 40\n",
      "",
      "attendu une ligne aussi pour volontaires"
    ],
    [
      "where a college is counted twice",
      votes,
      "achats-d-ici,1,entreprises,double,9,6,1,",
      "achats-d-ici,1,administration,double,1,1,0,",
      "attendu une ligne par collège et par objet"
    ],
    [
      "where a judgment lacks a grade",
      votes,
      "0 1 1 2 2 1 0",
      "0 1 1 2 2 1",
      "attendu 7 nombres séparés par des espaces"
    ],
    [
      "where yes and no stand beside grades",
      votes,
      "likert,,,0,1 2",
      "likert,3,,0,1 2",
      "attendu « pour » et « contre » vides"
    ],
    [
      "where one item has two rules",
      votes,
      "achats-d-ici,1,entreprises,double",
      "achats-d-ici,1,entreprises,majorite",
      "attendu une seule règle par objet"
    ],
    [
      "where a second version comes while the first is in use",
      y,
      "  - id: fontaines-ouvertes\n",
      "  - {id: bruit-des-nuits, version: 2, titre: B, verbatim: B, college: associations, deposee_le: 2026-10-10}\n  - id: fontaines-ouvertes\n",
      "attendu une version 1 révisée le 2026-10-10 au plus tard, trouvé « adopte »"
    ],
    [
      "where a key would name a person",
      y,
      '    titre: "Les fontaines',
      '    auteur: "quelqu’un"\n    titre: "Les fontaines',
      "attendu les seules clés id, version, titre, verbatim, college"
    ],
    [
      "where a session falls under no presidency",
      y,
      "    au: 2026-12-31",
      "    au: 2026-06-01",
      "attendu une séance pendant un mandat de « presidence », trouvé « 2026-06-13 »"
    ],
    [
      "where an objection is lifted without an answer",
      y,
      '    levee_le: 2026-05-05\n    reponse: "Toutes les sources comptent : le texte le dit."\n',
      "    levee_le: 2026-05-05\n",
      "attendu « levee_le » et « reponse » ensemble"
    ],
    [
      "where an answer comes before the Council",
      y,
      "reponse_le: 2026-10-06",
      "reponse_le: 2026-06-06",
      "attendu un jour à partir de celui du Conseil"
    ]
  ];

  it.each(cases)("%s", (_, file, before, after, message) => {
    const copy = new RegisterCopy().edit(file, before, after);
    expect(() => copy.staged()).toThrow(message);
    expect(() => copy.staged()).toThrow(new RegExp(`^${file}, ligne \\d+ : `));
  });

  it("where a text names a person, an address or a telephone", () => {
    for (const found of ["Mme Dupont", "quelqu.un@exemple.fr", "01 23 45 67 89"]) {
      const copy = new RegisterCopy().edit(y, "Compter les jours d’ouverture", `Demander à ${found}, compter`);
      expect(() => copy.staged()).toThrow(
        `attendu un texte sans nom, adresse ni téléphone de personne, trouvé « ${found} »`
      );
    }
  });

  it("where a decision has no ballots at all", () => {
    const copy = new RegisterCopy();
    const lines = copy
      .text(votes)
      .split("\n")
      .filter((line) => !line.includes("achats-d-ici"));
    copy.write(votes, lines.join("\n"));
    expect(() => copy.staged()).toThrow(
      "attendu des bulletins de la séance seance-2026 qui le décident, trouvé « adopte sans bulletin »"
    );
  });

  it("where the definition of a proposal is not one, on the line of what is wrong in it", () => {
    const {comparison, ...rest} = trees;
    const copy = new RegisterCopy().edit(
      y,
      "    indicateur: trajets-a-velo\n",
      `    indicateur: trajets-a-velo\n    definition:\n      comparison: {kind: "hier"}\n      ${Object.entries(rest)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
        .join("\n      ")}\n`
    );
    const line =
      copy
        .text(y)
        .split("\n")
        .findIndex((text) => text.includes('kind: "hier"')) + 1;
    expect(() => copy.staged()).toThrow(`agora.yaml, ligne ${line} : attendu un indicateur que l’atelier relirait`);
    expect(() => copy.staged()).toThrow("trouvé « comparison.kind : ");
    expect(comparison.kind).toBe("none");
    copy.edit(y, '      comparison: {kind: "hier"}\n', "");
    expect(() => copy.staged()).toThrow(/trouvé « .*comparison/);
  });

  it("and the line is the one to correct", () => {
    const copy = new RegisterCopy().edit(votes, "administration,double,6,1,0,", "administration,double,8,1,0,");
    expect(() => copy.staged()).toThrow(`${votes}, ligne ${copy.lineOf(votes, "administration,double,8,1,0,")} :`);
  });
});
