import {stripVTControlCharacters} from "node:util";
import {describe, expect, it} from "vitest";
import {report as draw} from "../../../loaders/why/draw.js";
import {verdictOf} from "../../../loaders/why/freshness.js";
import {madeOf, shownBy} from "../../../loaders/why/lineage.js";
import {nearestNames} from "../../../loaders/why/nearest.js";
import type {Project} from "../../../loaders/why/project.js";
import {subjectsOf} from "../../../loaders/why/subjects.js";
import {files, projectOf} from "./made-up.js";

function why(asked: string, project: Project, look = {width: 80, hasColors: false}): string {
  const [subject] = subjectsOf(asked, project);
  if (!subject) throw new Error(asked);
  const answer = {
    verdict: verdictOf(subject, project),
    from: madeOf(subject, project),
    to: shownBy(subject, project)
  };
  return draw(subject, answer, project, look);
}

/** What is said before the trees, without the title. */
function verdict(asked: string, project: Project): string[] {
  return (why(asked, project).split("\n\n")[0] ?? "").split("\n").slice(1);
}

const fresh = ["À jour. Fait le 26 novembre 2026 à 03:13 ; depuis, rien de ce dont cela dépend", "n’a changé."];
const since = "À refaire. Fait le 26 novembre 2026 à 03:13 ; depuis :";
const build = "Tapez : npm run build";

describe("why, of a figure", () => {
  it("says that it is fresh, and draws the whole way of its data", () =>
    expect(why("supplier-count", projectOf())).toBe(`Figure supplier-count
${fresh.join("\n")}

D’où cela vient
supplier-count · src/figures/supplier-count.ts
└─ award-count · indicateur, version 2 · Nombre d’attributions
   └─ award · 2\u202f851 lignes · loaders/marts/award.sql
      └─ staged_contract · loaders/staging/contract.ts
         └─ data/sample/decp.json · sha256 aa81e22b2927 · 3\u202f012 lignes lues · 1
               refusée · acheteurs publics · Licence Ouverte 2.0

Où cela se montre
supplier-count · src/figures/supplier-count.ts
└─ /marches/ · #supplier-count--cpv-45`));

  it("names the file that changed, be it deep in what its program imports", () =>
    expect(verdict("supplier-count", projectOf({"src/lib/format.ts": "other"}))).toEqual([
      since,
      "  · le fichier src/lib/format.ts a changé",
      build
    ]));

  it("names the table that was made anew", () =>
    expect(verdict("supplier-count", projectOf({"data/build/marts/award.arrow": "other"}))).toEqual([
      since,
      "  · la table award a changé",
      build
    ]));

  it("names the code that finishes pages", () =>
    expect(verdict("supplier-count", projectOf({"loaders/site/finish.ts": "other"}))).toEqual([
      since,
      "  · le fichier loaders/site/finish.ts a changé",
      build
    ]));

  it("tells that the tables behind it wait", () =>
    expect(
      verdict("supplier-count", projectOf({"loaders/marts/award.sql": "other", "data/sample/decp.json": "other"}))
    ).toEqual([
      since,
      "  · les tables sont à refaire : le fichier data/sample/decp.json a changé (et 1",
      "    autre)",
      "Tapez : npm run data && npm run build"
    ]));
});

describe("why, of a page", () => {
  it("says that it is fresh", () => expect(verdict("/marches/", projectOf())).toEqual(fresh));

  it.each([
    ["src/marches/index.md", "le fichier src/marches/index.md a changé"],
    ["src/figures/supplier-count.ts", "le fichier src/figures/supplier-count.ts a changé"],
    ["src/components/alive.ts", "le fichier src/components/alive.ts a changé"],
    ["observablehq.config.ts", "le fichier observablehq.config.ts a changé"]
  ])("names %s", (path, words) =>
    expect(verdict("/marches/", projectOf({[path]: `${files[path]} other`}))).toEqual([since, `  · ${words}`, build])
  );

  it("names the packages once for what its program and its making take of them", () =>
    expect(verdict("/agora/votes", projectOf({"package-lock.json": "other"}))).toEqual([
      since,
      "  · le fichier package-lock.json a changé",
      "  · la version d’un outil (package-lock.json) a changé",
      build
    ]));

  it("names what its program imports, and what it read", () =>
    expect(
      verdict("/agora/votes", projectOf({"src/lib/format.ts": "other", "data/build/marts/award.arrow": undefined}))
    ).toEqual([
      since,
      "  · le fichier data/build/marts/award.arrow n’est plus là",
      "  · le fichier src/lib/format.ts a changé",
      build
    ]));

  it("tells that what was made of it is gone", () =>
    expect(verdict("/agora/votes", projectOf({"dist/agora/votes.html": undefined}))).toEqual([
      since,
      "  · une sortie manque",
      "  · le fichier dist/agora/votes.html n’est plus là",
      build
    ]));

  it("draws the tables that its program reads", () =>
    expect(why("/agora/votes", projectOf()).split("\n\n")[1]?.split("\n").slice(0, 4)).toEqual([
      "D’où cela vient",
      "/agora/votes · src/agora/votes.md.ts",
      "└─ award · 2\u202f851 lignes · loaders/marts/award.sql",
      "   └─ staged_contract · loaders/staging/contract.ts"
    ]));

  it("says what to type when it never was built", () => {
    const project = projectOf();
    expect(verdict("/marches/", {...project, builtAt: null})).toEqual(["Jamais fait. Tapez : npm run build"]);
    expect(verdict("/marches/", {...project, builtAt: null, report: null})).toEqual([
      "Jamais fait. Tapez : npm run data && npm run build"
    ]);
  });
});

describe("why, of a table", () => {
  it("names the changed file, and the command with the same files", () => {
    const project = projectOf({"loaders/marts/award.sql": "other"});
    const data = {...project.data, request: {from: ["/home/a/decp.json"], keepGoing: false}};
    expect(verdict("award", {...project, data}).slice(1)).toEqual([
      "À refaire. Fait le 26 novembre 2026 à 02:45 ; depuis :",
      "  · le fichier loaders/marts/award.sql a changé",
      "Tapez : npm run data -- --from /home/a/decp.json"
    ]);
  });

  it("owns that nothing says what it was made of", () => {
    const project = projectOf();
    expect(verdict("award", {...project, data: {...project.data, report: "another"}}).slice(1)).toEqual([
      "Fait le 26 novembre 2026 à 02:45, mais rien ne dit plus de quoi. Tapez : npm run",
      "data"
    ]);
  });

  it("says where its rows would come from before any data were built", () => {
    const text = why("staged_contract", {...projectOf(), report: null});
    expect(text).toContain("Jamais fait. Tapez : npm run data\n");
    expect(text).toContain("├─ DECP · Licence Ouverte 2.0 · aucun fichier lu\n└─ ocds · aucun fichier lu");
  });

  it("draws what is made of it, each thing once", () =>
    expect(why("staged_contract", projectOf()).split("Où cela se montre\n")[1])
      .toBe(`staged_contract · loaders/staging/contract.ts
└─ award · 2\u202f851 lignes · loaders/marts/award.sql
   ├─ award-count · indicateur, version 2 · Nombre d’attributions
   │  └─ supplier-count · src/figures/supplier-count.ts
   │     └─ /marches/ · #supplier-count--cpv-45
   └─ /agora/votes · src/agora/votes.md.ts`));
});

describe("why, of an indicator", () => {
  it("names its file", () =>
    expect(verdict("award-count", projectOf({"src/indicators/award-count.ts": "other"}))).toEqual([
      since,
      "  · le fichier src/indicators/award-count.ts a changé",
      build
    ]));
});

describe("a name", () => {
  it.each([
    ["/marches/", "page", "/marches/index"],
    ["marches/index.html", "page", "/marches/index"],
    ["src/marches/index.md", "page", "/marches/index"],
    ["http://127.0.0.1:3000/marches/#supplier-count--cpv-45", "page", "/marches/index"],
    ["src/agora/votes.md.ts", "page", "/agora/votes"],
    ["agora/votes", "page", "/agora/votes"],
    ["data/build/marts/award.arrow", "table", "award"],
    ["loaders/marts/award.sql", "table", "award"],
    ["src/figures/supplier-count.ts", "figure", "supplier-count"],
    ["indicator:award-count", "indicator", "award-count"]
  ])("%s is the %s %s", (asked, kind, name) => expect(subjectsOf(asked, projectOf())).toEqual([{kind, name}]));

  it("that nothing has gets the nearest ones", () => {
    expect(() => subjectsOf("awrd", projectOf())).toThrow(
      "why : aucune page, table, figure ni aucun indicateur ne s’appelle « awrd ». Noms les plus proches : award."
    );
    expect(() => subjectsOf("zzzzzzzzz", projectOf())).toThrow("« zzzzzzzzz ». Voir npm run why -- --help.");
  });

  it("is near another by few letters, or when it holds it", () => {
    expect(nearestNames("Dureé", ["duree", "durees", "annee"])).toEqual(["duree", "durees"]);
    expect(nearestNames("gini", ["supplier-gini", "award"])).toEqual(["supplier-gini"]);
    expect(nearestNames("", ["award"])).toEqual([]);
  });
});

describe("what is drawn", () => {
  it("never is wider than the terminal, colours apart", () => {
    for (const width of [40, 80]) {
      const lines = why("/agora/votes", projectOf(), {width, hasColors: false}).split("\n");
      expect(lines.filter((line) => line.length > width && / \S+ \S/.test(line.trim()))).toEqual([]);
    }
  });

  it("is the same text with colours", () => {
    const coloured = why("supplier-count", projectOf(), {width: 80, hasColors: true});
    expect(coloured).toContain("\u001b[1mFigure supplier-count\u001b[0m");
    expect(stripVTControlCharacters(coloured)).toBe(why("supplier-count", projectOf()));
  });
});
