import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {stageCommitments, type CommitmentPlan} from "../../../loaders/staging/commitment.js";
import {readYaml} from "../../../loaders/staging/yaml.js";
import schema from "../../../src/lib/commitments.schema.json" with {type: "json"};

const plan = readFileSync(new URL("../../../data/reference/engagements/plan-2019-2021.yaml", import.meta.url), "utf8");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-"));
});

afterAll(() => rmSync(folder, {recursive: true}));

function stage(text: string) {
  const path = join(folder, "plan.yaml");
  writeFileSync(path, text);
  return stageCommitments(readYaml<CommitmentPlan>(path, "plan.yaml", "0123456789ab", schema));
}

/** Line of the plan on which a text stands first. */
function lineOf(text: string, of = plan): number {
  return of.slice(0, of.indexOf(text)).split("\n").length;
}

describe("the plan of 2019-2021", () => {
  it("holds 28 actions of three commitments, in the plan's order", () => {
    const ids = stage(plan).map(({action_id}) => action_id);
    expect(ids).toHaveLength(28);
    expect([5, 15, 8]).toEqual(
      ["E1", "E2", "E3"].map((id) => ids.filter((action) => action.startsWith(`${id}.`)).length)
    );
    expect(ids.slice(0, 6)).toEqual(["E1.1", "E1.2", "E1.3", "E1.4", "E1.5", "E2.1"]);
  });

  it("says nothing done without a page that was read", () => {
    for (const {state, evidence} of stage(plan)) expect(evidence.length > 0).toBe(state !== "inconnu");
  });

  it("reads a month from its first to its last day", () => {
    expect(stage(plan).find(({action_id}) => action_id === "E2.8")).toMatchObject({
      starts_on: "2019-05-01",
      ends_on: "2020-04-30",
      is_paired_by_order: true
    });
  });
});

describe("a plan that was edited by hand is refused, with its line,", () => {
  it.each([
    [
      "where an action is said done without evidence",
      "        etat: inconnu",
      "        etat: atteste",
      "attendu la clé « preuves »"
    ],
    [
      "where a state is unknown to us",
      "        etat: inconnu",
      "        etat: fait",
      "attendu l’un de atteste, atteste_en_partie, inconnu dans « etat », trouvé « fait »"
    ],
    [
      "where a month is none",
      "        debut: 2019-01\n",
      "        debut: 2019-13\n",
      "attendu un mois AAAA-MM, ou null dans « debut », trouvé « 2019-13 »"
    ],
    [
      "where a key is misspelt",
      '        calendrier: "2019"',
      '        calendier: "2019"',
      "attendu la clé « calendrier »"
    ],
    [
      "where an action ends before it begins",
      "        fin: 2019-12\n",
      "        fin: 2018-12\n",
      "attendu une fin après le début, 2019-01, trouvé « 2018-12 »"
    ],
    [
      "where an identifier comes twice",
      "      - id: E1.2",
      "      - id: E1.1",
      "attendu un identifiant par action, trouvé « E1.1 »"
    ],
    [
      "where an action stands under another commitment",
      "      - id: E1.2",
      "      - id: E2.99",
      "attendu un identifiant de E1, trouvé « E2.99 »"
    ],
    [
      "where a link leads out of the site",
      "        liens: [/solidarite/]",
      "        liens: [javascript:alert]",
      "attendu une page de ce site"
    ],
    [
      "where the day of checking does not exist",
      "verifie_le: 2026-11-25",
      "verifie_le: 2026-02-31",
      "attendu un jour qui existe"
    ],
    [
      "where an address is none",
      "adresse: https://www.paris.fr",
      "adresse: www.paris.fr",
      "attendu une adresse https://"
    ]
  ])("%s", (_, before, after, message) => {
    const edited = plan.replace(before, after);
    expect(edited).not.toBe(plan);
    expect(() => stage(edited)).toThrow(message);
  });

  it("where the text is no YAML", () => {
    const edited = plan.replace("engagements:", "engagements: [");
    expect(() => stage(edited)).toThrow(/plan\.yaml, ligne \d+ : attendu un document YAML/);
  });

  it("and the line is the one to correct", () => {
    const edited = plan.replace("        etat: inconnu", "        etat: fait");
    expect(() => stage(edited)).toThrow(`plan.yaml, ligne ${lineOf("etat: fait", edited)} :`);
  });
});
