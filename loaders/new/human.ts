import {parse} from "yaml";
import indicators from "../../src/indicators/index.js";
import {everydayWords, type EquivalenceRow} from "../../src/lib/human/equivalence.js";
import type {HumanDefinition} from "../../src/lib/human/definition.js";
import {blankDraft} from "../../src/lib/human/draft.js";
import {draftFromRegister} from "../../src/lib/human/proposal.js";
import {definitionProblems} from "../../src/lib/human/read.js";
import {review} from "../../src/lib/human/review.js";
import type {AnyIndicator} from "../../src/lib/indicator.js";
import type {Asker} from "./ask.js";
import {NewError} from "./errors.js";
import {exampleOf, type WorkedExample} from "./human-example.js";
import {camel, quoted, withLine, type Scaffold} from "./scaffold.js";

/**
 * A human indicator from the proposal of a group.
 *
 * @param text The file that the workshop saved, or a file of the register.
 * @param wanted Identifier of the proposal, where the file holds several.
 * @throws {NewError} On a file that holds no proposal, or one that is not ready: everything that it lacks.
 */
export function adoptProposal(text: string, wanted: string | null, equivalences: readonly EquivalenceRow[]): Scaffold {
  let definition: HumanDefinition;
  try {
    ({definition} = draftFromRegister(parse(text, {maxAliasCount: 0}), wanted));
  } catch (error) {
    throw new NewError(`npm run new : ce fichier ne tient pas une proposition lisible.\n${(error as Error).message}`);
  }
  return humanScaffold(definition, equivalences);
}

/** A human indicator that is written from here: its words are asked for, it compares with nothing yet. */
export async function newHuman(id: string, {ask}: Asker, equivalences: readonly EquivalenceRow[]): Promise<Scaffold> {
  const definition: HumanDefinition = {
    ...blankDraft.definition,
    id,
    title: await ask("title", {words: "Son titre, en quinze mots au plus ?"}),
    measure: await ask("measure", {words: "Quelle mesure ?", oneOf: indicators.map((one) => one.id)}),
    sentence: await ask("sentence", {words: "La phrase, ses cases entre accolades ({un_sur}, {valeur}, {annee}…) ?"}),
    badNews: await ask("bad-news", {words: "La mauvaise nouvelle, ce serait ?"}),
    owner: await ask("owner", {words: "Quel service ou collège en répond ?"}),
    lever: await ask("lever", {words: "Ce qui le ferait bouger ?"}),
    gaming: await ask("gaming", {words: "Comment pourrait-on l’embellir sans que rien ne s’améliore ?"})
  };
  return humanScaffold(definition, equivalences);
}

function humanScaffold(definition: HumanDefinition, equivalences: readonly EquivalenceRow[]): Scaffold {
  const {id, measure} = definition;
  const indicator = checked(definition);
  const example = exampleOf(definition, indicator, equivalences);
  return {
    files: {
      [`src/indicators/human/${id}.ts`]: fileOf(definition, example),
      [`test/indicators/human/${id}.test.ts`]: testOf(definition, example)
    },
    edits: {"src/indicators/human/registry.ts": (text) => withLine(text, `./${id}.js`)},
    next: [
      `Relisez l’exemple de src/indicators/human/${id}.ts : ses lignes sont celles de l’exemple de « ${measure} ».`,
      `npx vitest run --config test/vitest.config.ts --project unit test/indicators/human`,
      `npm run build : son passeport est /agora/indicateurs/${id}`,
      `Le fichier de la proposition a sa place au registre : data/agora/<année>/`
    ]
  };
}

/** The measure of a definition that is ready to be adopted. */
function checked(definition: HumanDefinition): AnyIndicator {
  const ids = indicators.map((one) => one.id);
  const problems = definitionProblems(definition).map(({path, message}) => `${path} : ${message}`);
  if (problems.length === 0) {
    for (const {checks} of review(definition, ids))
      for (const {label, passes, detail} of checks)
        if (!passes && label !== "Une comparaison est choisie") problems.push(`${label} : pas encore (${detail})`);
    for (const key of ["badNews", "owner", "lever", "gaming"] as const)
      if (definition[key].length <= 15) problems.push(`${key} : attendu une réponse de plus de 15 lettres`);
  }
  const indicator = indicators.find((one) => one.id === definition.measure);
  if (problems.length > 0 || !indicator)
    throw new NewError(
      `npm run new : cette proposition n’est pas prête, rien n’a été écrit.\n${problems.map((line) => `  ${line}`).join("\n")}`
    );
  return indicator;
}

function fileOf(definition: HumanDefinition, {rows, says, equivalence}: WorkedExample): string {
  const fields = Object.entries(definition).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const factors = equivalence ? `, exampleEquivalences: [${JSON.stringify(equivalence)}]` : "";
  return `import {defineHuman} from "../../lib/human/indicator.js";

export default defineHuman({
  ${fields.join(",\n  ")},
  example: {rows: [${rows.map((row) => JSON.stringify(row)).join(", ")}], says: ${quoted(says)}}${factors}
});
`;
}

function testOf({id, measure}: HumanDefinition, {rows, says, value, used}: WorkedExample): string {
  const name = camel(id);
  return `import {describe, expect, it} from "vitest";
import ${name} from "../../../src/indicators/human/${id}.js";
import measured from "../../../src/indicators/${measure}.js";
import {evaluate} from "../../../src/lib/human/evaluate.js";
import {sayIt} from "../../../src/lib/human/sentence.js";

const of = (rows: typeof ${name}.example.rows) =>
  evaluate(${name}, {indicator: measured, rows, equivalences: ${name}.exampleEquivalences ?? []});

describe(${quoted(id)}, () => {
  it("has the value of its example, and says it", () => {
    const evaluation = of(${name}.example.rows);
    expect(evaluation.value).toBeCloseTo(${value}, 9);
    expect(evaluation.used).toBe(${used});
    expect(sayIt(${name}, evaluation)).toEqual({text: ${quoted(says)}});
  });

  it("says nothing of a table without a row, where its example has ${rows.length}", () => {
    expect(sayIt(${name}, of([]))).toHaveProperty("abstains");
  });
});
`;
}

/** The factors of the reference table, from its rows as they stand in the file. */
export function equivalencesOf(rows: readonly Readonly<Record<string, string>>[]): EquivalenceRow[] {
  return rows
    .filter(({cle}) => cle !== undefined && cle in everydayWords)
    .map(({cle = "", libelle = "", valeur = "", unite = "", grandeur = "", millesime = "", source_url = ""}) => ({
      key: cle,
      label: libelle,
      value: Number(valeur),
      unit: unite,
      quantity: grandeur,
      vintage: millesime,
      source_url,
      is_published: true
    }));
}
