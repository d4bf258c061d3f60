import {dots} from "../components/dots.js";
import publishedAnswers from "../indicators/published-answers.js";
import {defineFigure, type Figure} from "../lib/figure.js";
import {formatShare, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import type {AnyIndicator} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import type {Row} from "../lib/schema.js";
import {editionsOf} from "./editions.js";
import {
  authority,
  minimum,
  nightSources,
  sourceColumn,
  statusColumn,
  statusName,
  verificationColumn
} from "./solidarity.js";

/** One question, one answer, one year; final result first. */
interface Answer {
  edition: number;
  question: string;
  category: string;
  shares: {share: number; status: string; verification: string | null; source: string}[];
  base: string;
  isBroken: boolean;
}

interface Answers {
  answers: Answer[];
}

/** What a profile figure shows. */
export interface ProfileOptions {
  id: string;
  /** Words of `night_count_profile.indicator`. */
  questions: readonly string[];
  /** One answer only; all when absent. */
  category?: string;
  /** From the last year of the first answer shown. */
  title: (last: {share: string; year: string; category: string}) => string;
  /** When nothing is known. */
  neutral: string;
  subtitle: string;
  notes?: readonly string[];
  indicators?: readonly AnyIndicator[];
}

/**
 * A figure of what is known about people met: one dot per year and answer, in the words of that year, with the base of
 * the share; never joined, never crossed with a place.
 */
export function profileFigure({
  id,
  questions,
  category,
  title,
  neutral,
  subtitle,
  notes = [],
  indicators = [publishedAnswers]
}: ProfileOptions): Figure<Answers> {
  return defineFigure<Answers>({
    id,
    tables: ["night_count_profile", "night_count"],
    indicators,
    slice: (_, row) =>
      questions.includes(String((row as {indicator?: string}).indicator)) &&
      (category === undefined || (row as {category?: string}).category === category),
    prepare: ({night_count_profile: rows, night_count}) => {
      const broken = new Set(
        editionsOf(night_count, "paris").flatMap(({edition, breakBefore}) => (breakBefore === null ? [] : [edition]))
      );
      const own = rows.filter(
        (row) =>
          row.perimeter === "paris" &&
          row.part_share !== null &&
          questions.includes(row.indicator) &&
          (category === undefined || row.category === category)
      );
      return {answers: answersOf(own, questions, broken)};
    },
    title: ({answers}) => {
      const last = lastOfFirst(answers);
      return last ? title({share: shareWords(last), year: formatYear(last.edition), category: last.category}) : neutral;
    },
    subtitle: () => subtitle,
    chart: ({answers}, context) =>
      answers.length === 0
        ? null
        : dots(
            answers.map((answer) => ({
              name: `${formatYear(answer.edition)} · ${nameOf(answer, questions)}`,
              label: shareWords(answer),
              isBroken: answer.isBroken,
              dots: answer.shares.toReversed().map(({share, status}) => ({
                x: share,
                isHollow: status !== "definitif",
                title: `${formatYear(answer.edition)}, ${answer.category} : ${formatShare(share)} (${statusName(status)})`
              }))
            })),
            {domain: [0, 1], ticks: [0, 0.5, 1], format: formatShare, color: colors.people},
            context
          ),
    table: ({answers}) => ({
      columns: [
        {key: "answer", label: "Édition et réponse"},
        {key: "part_share", label: "Part", format: formatShare},
        statusColumn,
        {key: "base", label: "Base"},
        {key: "base_count", label: "Nombre de réponses (n)", missing: "n non publié"},
        verificationColumn,
        sourceColumn
      ],
      rows: answers.flatMap((answer) =>
        answer.shares.map(({share, status, verification, source}) => ({
          answer: `${answer.edition}, ${nameOf(answer, questions)}`,
          part_share: share,
          status,
          base: baseWords(answer.base),
          base_count: null,
          verification,
          source
        }))
      )
    }),
    notes: ({answers}) => [
      `Base : ${[...new Set(answers.map(({base}) => baseWords(base)))].join(" ; ")}. n non publié : une part ne dit rien des personnes qui n’ont pas répondu.`,
      "Les mots sont ceux de chaque année ; quand ils changent, les parts ne mesurent pas la même chose. Cercle pointillé : premier résultat, ou presse.",
      ...(answers.some(({shares}) => shares.some(({verification}) => verification?.includes("conflit")))
        ? ["Deux sources donnent des parts différentes pour une même année : les deux sont dans le tableau."]
        : []),
      ...notes,
      minimum
    ],
    empty: "Aucune réponse publiée dans ces données.",
    reading: ({answers}) => {
      const last = lastOfFirst(answers);
      return last
        ? `en ${formatYear(last.edition)}, « ${last.category} » : ${shareWords(last)} (${statusName(last.shares[0]?.status ?? "")}).`
        : "aucune réponse.";
    },
    scope: () => "Paris entier, jamais par arrondissement.",
    source: ({answers}) => {
      const last = answers.toSorted((a, b) => a.edition - b.edition).at(-1);
      return nightSources(last && {edition: last.edition, source: last.shares[0]?.source ?? ""});
    }
  });
}

/** Answers in the order of the questions, then of their first year; a break falls between two years of one answer. */
function answersOf(
  rows: readonly Row<"night_count_profile">[],
  questions: readonly string[],
  broken: ReadonlySet<number>
): Answer[] {
  const answers = groupBy(
    rows.toSorted(
      (a, b) =>
        questions.indexOf(a.indicator) - questions.indexOf(b.indicator) ||
        a.edition - b.edition ||
        authority.indexOf(a.status) - authority.indexOf(b.status)
    ),
    ({indicator, category, edition}) => `${indicator} | ${category} | ${edition}`
  );
  const single = new Set(rows.map(({category}) => category)).size === 1;
  return Array.from(answers.values(), (same, i) => {
    const [first] = same as [Row<"night_count_profile">];
    return {
      edition: first.edition,
      question: first.indicator,
      category: first.category,
      base: first.base,
      isBroken: single && i > 0 && broken.has(first.edition),
      shares: same.map((row) => ({
        share: row.part_share as number,
        status: row.status,
        verification: row.verification,
        source: row.source_url
      }))
    };
  });
}

function lastOfFirst(answers: readonly Answer[]): Answer | undefined {
  const [first] = answers;
  return answers.filter((answer) => answer.question === first?.question).at(-1);
}

/** `12 %`; two unsettled values of one rank are both said. */
function shareWords({shares}: Answer): string {
  const final = shares.find(({status}) => status === "definitif");
  const told = final ? [final] : shares;
  return [...new Set(told.map(({share}) => formatShare(share)))].join(" ou ");
}

function nameOf({question, category}: Answer, questions: readonly string[]): string {
  return questions.length > 1 ? `${question} : ${category}` : category;
}

function baseWords(base: string): string {
  return base.replace(/\s*[(;].*$/, "");
}
