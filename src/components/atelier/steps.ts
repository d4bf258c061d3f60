import {blankDraft, draftProblems, withCriterion, withDefinition, type Draft} from "../../lib/human/draft.js";
import {criterionNames} from "../../lib/human/review.js";
import type {CriterionId, HumanDefinition} from "../../lib/human/definition.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {radioField, selectField, textField} from "./fields.js";
import {slotButtons} from "./slots.js";

/** A measure that can be chosen, grouped by commitment. */
export interface MeasureName {
  id: string;
  name: string;
  group: string;
}

/** What the steps need: the draft as it was when they were drawn, and where changes go. */
export interface StepsOptions {
  document: Document;
  draft: Draft;
  measures: readonly MeasureName[];
  colleges: readonly (readonly [id: string, name: string])[];
  /** Gives the next draft from the present one. */
  onChange: (next: (draft: Draft) => Draft) => void;
  /** Called when a measure was chosen. */
  onMeasure: () => void;
}

/** A step: a numbered part of the page. */
export function step(n: number, title: string, document: Document, ...children: (HTMLElement | null)[]): HTMLElement {
  const id = `etape-${n}`;
  return element(
    document,
    "section",
    {class: "atelier-step", "aria-labelledby": id},
    element(
      document,
      "h2",
      {id},
      element(document, "span", {class: "number", "aria-hidden": "true"}, String(n)),
      typeset(title)
    ),
    ...children
  );
}

/** What is measured. */
export function measureField({document, draft, measures, onChange, onMeasure}: StepsOptions): HTMLElement {
  const groups = [...new Set(measures.map(({group}) => group))];
  const known = measures.some(({id}) => id === draft.definition.measure);
  return selectField(
    draft.definition.measure,
    [
      {
        name: null,
        options: [
          ["", "Choisissez…"],
          ...(known || draft.definition.measure === ""
            ? []
            : [[draft.definition.measure, draft.definition.measure] as const])
        ]
      },
      ...groups.map((name) => ({
        name,
        options: measures.filter(({group}) => group === name).map(({id, name: words}) => [id, words] as const)
      }))
    ],
    {
      document,
      label: "Ce que l’on mesure",
      hint: "Choisir une mesure charge sa table : quelques centaines de kilooctets au plus, selon la mesure.",
      onChange: (measure) => {
        const {filter, comparison, equivalence} = blankDraft.definition;
        onChange((now) => withDefinition(now, {measure, filter, comparison, equivalence}));
        onMeasure();
      }
    }
  ).element;
}

/** Title and sentence. */
export function wordsFields({document, draft, onChange}: StepsOptions): HTMLElement[] {
  const text = (key: "title" | "sentence") => (value: string) => onChange((now) => withDefinition(now, {[key]: value}));
  const sentence = textField(draft.definition.sentence, {
    document,
    rows: 3,
    longest: 400,
    label: "La phrase, avec ses cases entre accolades",
    hint: "Une seule phrase, qu’un voisin peut se figurer. Les boutons mettent une case : le nombre du jour s’y écrit de lui-même.",
    onChange: text("sentence")
  });
  return [
    textField(draft.definition.title, {
      document,
      longest: 160,
      label: "Le titre",
      hint: "Quinze mots au plus, sans sigle ni chiffre, sans dire « hausse » ni « baisse ».",
      onChange: text("title")
    }).element,
    sentence.element,
    slotButtons(sentence.input as HTMLTextAreaElement, document)
  ];
}

const questions: readonly (readonly [
  key: "badNews" | "owner" | "lever" | "gaming",
  words: string,
  rows: number | undefined
])[] = [
  ["badNews", "La mauvaise nouvelle, ce serait…", 2],
  ["owner", "Qui en répond (un service ou un collège, jamais une personne)", undefined],
  ["lever", "Ce qui le ferait bouger", 2],
  ["gaming", "Comment on pourrait l’embellir sans que rien ne s’améliore", 2]
];

/** What the group must answer before it votes. */
export function questionFields({document, draft, onChange}: StepsOptions): HTMLElement[] {
  return questions.map(
    ([key, label, rows]) =>
      textField(draft.definition[key], {
        document,
        label,
        longest: key === "owner" ? 200 : 800,
        ...(rows === undefined ? {} : {rows}),
        onChange: (value) => onChange((now) => withDefinition(now, {[key]: value}))
      }).element
  );
}

/**
 * The seven criteria, each with the group's score and a place for what a machine checks.
 *
 * @returns The fields, and the places by criterion.
 */
export function criteriaFields({document, draft, onChange}: StepsOptions): {
  elements: HTMLElement[];
  places: ReadonlyMap<string, HTMLElement>;
} {
  const places = new Map<string, HTMLElement>();
  const elements = (Object.entries(criterionNames) as [CriterionId, string][]).map(([id, name]) => {
    const place = element(document, "div", {});
    places.set(id, place);
    const scores = radioField(
      String(draft.definition.criteria[id]),
      [
        ["0", "0, non"],
        ["1", "1, en partie"],
        ["2", "2, oui"]
      ],
      {
        document,
        label: name,
        onChange: (score) => onChange((now) => withCriterion(now, id, Number(score) as 0 | 1 | 2))
      }
    );
    return element(document, "div", {class: "atelier-criterion"}, scores, place);
  });
  return {elements, places};
}

/** Who proposes, in which words, and whether a real workshop did. */
export function proposalFields({document, draft, colleges, onChange}: StepsOptions): HTMLElement[] {
  return [
    selectField(draft.college, [{name: null, options: [["", "Choisissez…"], ...colleges]}], {
      document,
      label: "Le collège qui propose",
      onChange: (college) => onChange((now) => ({...now, college}))
    }).element,
    textField(draft.verbatim, {
      document,
      rows: 3,
      longest: 2000,
      label: "Les mots du groupe, tels qu’ils ont été dits",
      hint: "Sans nom de personne : ce texte est public.",
      onChange: (verbatim) => onChange((now) => ({...now, verbatim}))
    }).element,
    radioField(
      draft.definition.origin,
      [
        ["exemple", "C’est un exemple, ou un essai"],
        ["atelier", "Un vrai atelier s’est réuni"]
      ],
      {
        document,
        label: "D’où vient-elle ?",
        onChange: (origin) => onChange((now) => withDefinition(now, {origin: origin as HumanDefinition["origin"]}))
      }
    )
  ];
}

const fieldNames: Readonly<Record<string, string>> = {
  measure: "ce que l’on mesure",
  title: "le titre",
  sentence: "la phrase",
  badNews: "la mauvaise nouvelle",
  owner: "qui en répond",
  lever: "ce qui le ferait bouger",
  gaming: "comment on pourrait l’embellir",
  college: "le collège qui propose",
  "comparison.source": "la page qui promet la valeur",
  "comparison.label": "le nom de ce à quoi l’on compare"
};

/** What is still to be filled in, as a sentence; null when the proposal is whole. */
export function stillMissing(draft: Draft): string | null {
  const paths = draftProblems(draft).map(({path}) => path);
  const named = [
    ...new Set(
      paths.filter((path) => path !== "id" || draft.definition.title !== "").map((path) => fieldNames[path] ?? path)
    )
  ];
  return named.length === 0 ? null : `Il reste à remplir : ${named.join(", ")}.`;
}
