import {formatDecimal, formatFactor, formatMegatonnes, formatRatio, formatYear} from "../lib/format.js";
import type {Figure} from "../lib/figure.js";
import {courseTo2030, exceptionalYears} from "../lib/metrics/emission-path.js";
import {paces, type Course, type Paces} from "../lib/metrics/pace.js";
import {paceRules, type PaceRule, type Verdict} from "../lib/metrics/pace-rules.js";
import type {Row} from "../lib/schema.js";

/** What each rule says of one series, with the latest year and without the exceptional ones. */
export interface Judged {
  name: string;
  course: Course | null;
  pace: Paces | null;
  rules: {id: string; verdict: Verdict; without: Verdict | null}[];
  /** Year of the data build: what a reader calls today. */
  today: number;
  sourceUrl: string;
}

/** Words that say that the pace is the one aimed at, or better. */
const favourable = [
  "cible atteinte",
  "en avance",
  "sur le chemin",
  "sur la bonne voie",
  "le rythme passé suffit",
  "à l’heure du jalon"
];

/** Rows of one series under each rule. */
export function judged(
  emission: readonly Row<"emission">[],
  {series, name, today}: {series: string; name: string; today: number}
): Judged {
  const rows = emission.filter((row) => row.series === series && row.level === "total");
  const course = courseTo2030(rows);
  const isExceptional = course !== null && exceptionalYears.includes(course.latest.year);
  const other = isExceptional ? courseTo2030(rows, exceptionalYears) : null;
  return {
    name,
    course,
    pace: course && paces(course),
    rules: course ? paceRules.map(({id, judge}) => ({id, verdict: judge(course), without: other && judge(other)})) : [],
    today,
    sourceUrl: rows.at(-1)?.source_url ?? ""
  };
}

/** The rule of an id. */
export function ruleOf(id: string): PaceRule {
  return paceRules.find((rule) => rule.id === id) as PaceRule;
}

/** What a rule says, in words; why it abstains when it does. */
export function saidBy({label, reason}: Verdict): string {
  return label ?? `ne se prononce pas : ${reason}`;
}

/** The number that a rule looks at, in its unit; "–" when it has none. */
export function measureOf({unit}: PaceRule, {value}: Verdict): string {
  if (value === null) return "–";
  if (unit === "ratio") return formatRatio(value);
  if (unit === "times") return formatFactor(value);
  const years = `${formatDecimal(Math.abs(value))}\u00a0an${Math.abs(value) >= 2 ? "s" : ""}`;
  return `${years} ${value < 0 ? "de retard" : "d’avance"}`;
}

/** How many rules find the pace sufficient, among those that judge. */
function tally(verdicts: readonly (Verdict | null)[]): {good: number; of: number} {
  const labels = verdicts.flatMap((verdict) => verdict?.label ?? []);
  return {good: labels.filter((label) => favourable.includes(label)).length, of: labels.length};
}

/** "Past pace, needed pace", as one sentence. */
export function paceInWords({course, pace}: Judged): string {
  if (course === null || pace === null || course.target === null)
    return "Le rythme passé et le rythme nécessaire ne peuvent pas être comparés.";
  const past = `Rythme passé : ${perYear(pace.past)} entre ${formatYear(course.base.year)} et ${formatYear(course.latest.year)}.`;
  const needed = `Rythme nécessaire : ${perYear(pace.needed)} de ${formatYear(course.latest.year)} à ${formatYear(course.target.year)}`;
  return pace.ratio === null
    ? `${past} ${needed}.`
    : `${past} ${needed}, soit ${formatFactor(pace.ratio).slice(1)} fois le rythme passé.`;
}

function perYear(mt: number): string {
  return `${mt > 0 ? "+" : ""}${formatMegatonnes(mt)} par an`;
}

/** The parts that both verdict figures share. */
export function verdictParts(): Pick<
  Figure<Judged>,
  "title" | "subtitle" | "sentence" | "table" | "notes" | "empty" | "reading" | "scope" | "source"
> {
  return {
    title: ({name, course, rules}) => {
      if (course === null) return `${name} : aucun verdict`;
      const {good, of} = tally(rules.map(({verdict}) => verdict));
      return `${name} en ${formatYear(course.latest.year)} : rythme suffisant pour ${good} règle${good > 1 ? "s" : ""} sur ${of}`;
    },
    subtitle: ({course}) =>
      course === null || course.target === null
        ? "Les mêmes nombres sous chaque règle"
        : `Les mêmes nombres sous chaque règle : ${formatMegatonnes(course.base.value)} en ${formatYear(course.base.year)}, ${formatMegatonnes(course.latest.value)} en ${formatYear(course.latest.year)}, cible de ${formatMegatonnes(course.target.value)} en ${formatYear(course.target.year)}`,
    sentence: paceInWords,
    table: ({rules}) => ({
      columns: [
        {key: "rule", label: "Règle"},
        {key: "said", label: "Ce qu’elle dit"},
        {key: "measure", label: "Nombre regardé"},
        ...(rules.some(({without}) => without)
          ? [{key: "without", label: `Sans ${exceptionalYears.join(" ni ")}`}]
          : []),
        {key: "thresholds", label: "Seuils"}
      ],
      rows: rules.map(({id, verdict, without}) => {
        const rule = ruleOf(id);
        return {
          rule: rule.name,
          said: saidBy(verdict),
          measure: `${measureOf(rule, verdict)} (${rule.measure})`,
          without: without && saidBy(without),
          thresholds: rule.thresholds
        };
      })
    }),
    notes: ({course, rules, today}) => {
      if (course === null) return [];
      const without = tally(rules.map(({without: other}) => other));
      return [
        ...(today - course.latest.year > 3
          ? [
              `Le dernier inventaire date de ${formatYear(course.latest.year)} : aucune règle ne juge l’année ${formatYear(today)}.`
            ]
          : []),
        ...(without.of > 0
          ? [
              `Sans les années de crise sanitaire, le rythme suffit pour ${without.good} règle${without.good > 1 ? "s" : ""} sur ${without.of}.`
            ]
          : []),
        "Les verdicts ne se moyennent pas : chaque règle répond à une autre question."
      ];
    },
    empty: "Aucune émission publiée dans ces données.",
    reading: ({rules}) => {
      const first = rules[0];
      return first ? `selon la règle « ${ruleOf(first.id).name} », ${saidBy(first.verdict)}.` : "aucune règle.";
    },
    scope: () =>
      "Le total d’une seule série, celle du Plan Climat 2024-2030, de l’année de référence au dernier inventaire publié. Statut : publié par la Ville.",
    source: ({sourceUrl}) => [
      {label: "Ville de Paris, Plan Climat 2024-2030, tableau des émissions", url: sourceUrl},
      ...paceRules.flatMap(({source: {label, url}}) => (url === null ? [] : [{label, url}]))
    ]
  };
}
