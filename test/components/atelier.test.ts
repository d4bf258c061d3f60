import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fileOf, readFile} from "../../src/components/atelier/file.js";
import {draftOf, holdsDraft, linkOf} from "../../src/components/atelier/link.js";
import {blankDraft, draftProblems, readDraft, slugOf, withDefinition, type Draft} from "../../src/lib/human/draft.js";
import type {HumanDefinition} from "../../src/lib/human/definition.js";
import {draftFromRegister, registerEntry} from "../../src/lib/human/proposal.js";
import {trees} from "../lib/human/definition.js";

const whole: Draft = {definition: trees, college: "associations", verbatim: "« Un seul a répondu. »"};

/** What people type: any letters, quotes, markup, emoji; no control character. */
const words = fc
  .string({unit: "grapheme", maxLength: 60})
  .map((text) => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ""))
  .map((text) => (text.trim() === "" ? "" : text));
const filter = fc.dictionary(fc.constantFrom("year", "cpv_division"), fc.oneof(fc.integer(), fc.constant("45")), {
  maxKeys: 2
});
const comparison: fc.Arbitrary<HumanDefinition["comparison"]> = fc.oneof(
  fc.constant({kind: "none" as const}),
  fc.constant({kind: "previous" as const, column: "year"}),
  fc.record({
    kind: fc.constant("target" as const),
    value: fc.double({noNaN: true, noDefaultInfinity: true}).map((value) => value + 0),
    year: fc.integer({min: 1900, max: 2200}),
    source: fc.constantFrom("", "https://exemple.fr/plan")
  }),
  fc.record({kind: fc.constant("other" as const), filter, label: words})
);
const drafts: fc.Arbitrary<Draft> = fc
  .record({
    title: words,
    sentence: words,
    badNews: words,
    owner: words,
    lever: words,
    gaming: words,
    filter,
    comparison,
    verbatim: words
  })
  .map(({verbatim, ...part}) => ({
    definition: {...trees, id: slugOf(part.title), ...part},
    college: "volontaires",
    verbatim
  }));

describe("a link", () => {
  it("gives back the whole proposal, whatever the group typed", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const hash = await linkOf(draft);
        expect(hash).toMatch(/^#proposition=1\.[A-Za-z0-9_-]+$/);
        expect(await draftOf(hash)).toEqual(draft);
      }),
      {numRuns: 60}
    );
  });

  it("is refused with a message when it is cut anywhere", async () => {
    const hash = await linkOf(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({min: "#proposition=".length, max: hash.length - 1}), async (length) => {
        await expect(draftOf(hash.slice(0, length))).rejects.toThrow(/Ce lien (est coupé|vient d’une autre)/);
      }),
      {numRuns: 60}
    );
  });

  it("is refused when a letter of it was changed: its checksum tells", async () => {
    const hash = await linkOf(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 20, max: hash.length - 2}),
        fc.constantFrom("A", "q", "_"),
        async (at, letter) => {
          fc.pre(hash[at] !== letter);
          await expect(draftOf(hash.slice(0, at) + letter + hash.slice(at + 1))).rejects.toThrow(/Ce lien/);
        }
      ),
      {numRuns: 60}
    );
  });

  it("is refused when it is too long, unfolds to too much, comes from another version, or holds something else", async () => {
    await expect(draftOf(`#proposition=1.${"A".repeat(9000)}`)).rejects.toThrow("trop long");
    const bomb = {...whole, verbatim: "a".repeat(100_000)};
    await expect(linkOf(bomb).then(draftOf)).rejects.toThrow("plus de texte");
    await expect(draftOf("#proposition=2.abcd")).rejects.toThrow("autre version");
    const strange = {...whole, definition: {...trees, run: "alert(1)"}} as Draft;
    await expect(linkOf(strange).then(draftOf)).rejects.toThrow("run");
    const polluted = JSON.parse('{"definition": {}, "college": "", "verbatim": "", "__proto__": {"x": 1}}') as Draft;
    await expect(linkOf(polluted).then(draftOf)).rejects.toThrow("Ce lien ne tient pas");
    expect(({} as {x?: number}).x).toBeUndefined();
  });

  it("is told from an anchor of the page", () => {
    expect([holdsDraft("#comment-faire"), holdsDraft(""), holdsDraft("#proposition=1.x")]).toEqual([
      false,
      false,
      true
    ]);
  });
});

describe("a file", () => {
  it("gives back the whole proposal, whatever the group typed", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        fc.pre(draft.verbatim !== "" && draft.verbatim !== draft.definition.sentence);
        expect(await readFile(await fileOf(draft, "2026-01-24"))).toEqual(draft);
      }),
      {numRuns: 60}
    );
  });

  it("is a part of the register: a year, and the proposal with its definition", async () => {
    const text = await fileOf(whole, "2026-01-24");
    expect(text).toContain("npm run new -- indicator --from");
    expect(registerEntry(whole, "2026-01-24")).toMatchObject({
      agora: 2026,
      fictif: true,
      propositions: [{id: trees.id, titre: trees.title, college: "associations", deposee_le: "2026-01-24"}]
    });
    expect(await readFile(JSON.stringify(registerEntry(whole, "2026-01-24")))).toEqual(whole);
    expect((await readFile(JSON.stringify(trees))).definition).toEqual(trees);
  });

  it.each([
    ["is no YAML", "a: [", /n’est pas du YAML/],
    ["is a list", "- 1", /attendu un objet/],
    ["is too long", "a".repeat(70_000), /trop long/],
    ["has no proposal of the workshop", "agora: 2026\npropositions:\n  - id: x\n", /trouvé 0/],
    ["unfolds without end", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", /YAML/]
  ])("is refused with a message when it %s", async (_, text, message) => {
    await expect(readFile(text)).rejects.toThrow(message);
  });

  it("of several proposals gives the one that is named", () => {
    const entry = registerEntry(whole, "2026-01-24") as {propositions: object[]};
    const two = {...entry, propositions: [...entry.propositions, {id: "autre", definition: {...trees, id: "autre"}}]};
    expect(() => draftFromRegister(two)).toThrow("trouvé 2");
    expect(draftFromRegister(two, "autre").definition.id).toBe("autre");
  });
});

describe("a draft", () => {
  it("may be blank everywhere, and says what is left to fill in", () => {
    expect(readDraft(structuredClone(blankDraft))).toEqual(blankDraft);
    const left = draftProblems(blankDraft).map(({path}) => path);
    expect(left).toEqual(["id", "title", "sentence", "measure", "badNews", "owner", "lever", "gaming", "college"]);
    expect(draftProblems(whole)).toEqual([]);
  });

  it("takes its identifier from its title until it was given another", () => {
    const named = withDefinition(blankDraft, {title: "L’écart, à Paris : œuvres d’ici"});
    expect(named.definition.id).toBe("l-ecart-a-paris-oeuvres-d-ici");
    expect(withDefinition(named, {title: "Autre titre"}).definition.id).toBe("autre-titre");
    const given = withDefinition(whole, {title: "Autre titre"});
    expect(given.definition.id).toBe(trees.id);
  });

  it("has an identifier that its register accepts, whatever its title", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme", maxLength: 160}), (title) => {
        expect(slugOf(title)).toMatch(/^([a-z][a-z0-9]*(-[a-z0-9]+)*)?$/);
        expect(slugOf(title).length).toBeLessThanOrEqual(60);
      })
    );
  });
});
