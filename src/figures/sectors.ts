import {shares} from "../components/shares.js";
import type {Figure} from "../lib/figure.js";
import {formatMegatonnes, formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {courseTo2030} from "../lib/metrics/emission-path.js";
import {pathOfCourse, type Course} from "../lib/metrics/pace.js";
import {paceRules} from "../lib/metrics/pace-rules.js";
import {completion, elapsed} from "../lib/metrics/trend.js";
import type {Row} from "../lib/schema.js";
import {saidBy} from "./verdict.js";

/** The sectors of one series, the largest first. */
export interface Sectors {
  name: string;
  sectors: {sector: string; course: Course; target2050Mt: number | null; note: string | null}[];
  sourceUrl: string;
}

/** Sectors of one series that have a target; rows of another series never enter. */
export function sectorsOf(emission: readonly Row<"emission">[], series: string, name: string): Sectors {
  const rows = emission.filter((row) => row.series === series && row.level === "secteur");
  const sectors = Array.from(
    groupBy(rows, ({sector}) => sector),
    ([sector, own]) => {
      const last = own.toSorted((a, b) => b.year - a.year)[0];
      return {sector, course: courseTo2030(own), target2050Mt: last?.target_2050_mt ?? null, note: last?.note ?? null};
    }
  );
  return {
    name,
    sectors: sectors
      .flatMap((one) => (one.course === null ? [] : [{...one, course: one.course}]))
      .toSorted((a, b) => b.course.latest.value - a.course.latest.value),
    sourceUrl: rows[0]?.source_url ?? ""
  };
}

/** Share of the way to 2030 that is done; null when there is no way to go. */
function doneOf(course: Course): number | null {
  return course.target && completion(pathOfCourse(course, course.target), course.latest.value);
}

/** The same course, towards 2050. */
function to2050(course: Course, value: number): Course {
  return {...course, target: {year: 2050, value}};
}

/** What the rule of this id says of a course. */
function verdictOf(id: string, course: Course): string {
  const rule = paceRules.find((one) => one.id === id);
  return rule ? saidBy(rule.judge(course)) : "–";
}

/** The parts that both sector figures share. */
export function sectorParts(
  color: string
): Pick<
  Figure<Sectors>,
  "title" | "subtitle" | "chart" | "table" | "notes" | "empty" | "reading" | "scope" | "source"
> {
  return {
    title: ({name, sectors}) => {
      const done = sectors.flatMap(({course}) => doneOf(course) ?? []);
      return done.length === 0
        ? `${name}, par secteur`
        : `${name} : de ${formatRatio(Math.min(...done))} à ${formatRatio(Math.max(...done))} du chemin selon le secteur`;
    },
    subtitle: ({sectors}) => {
      const course = sectors[0]?.course;
      return course
        ? `Part du chemin vers la cible 2030 faite en ${formatYear(course.latest.year)}, quand ${formatRatio(elapsed(pathOfCourse(course, course.target ?? course.latest), course.latest.year))} du temps est passé`
        : "Part du chemin vers la cible 2030, par secteur";
    },
    chart: ({sectors}, context) =>
      shares(
        sectors.map(({sector, course}) => {
          const done = doneOf(course) ?? 0;
          return {
            name: sector,
            parts: [{share: Math.max(0, Math.min(1, done)), color}],
            label: formatRatio(done),
            title: `${sector} : ${formatMegatonnes(course.latest.value)} en ${formatYear(course.latest.year)}`
          };
        }),
        context
      ),
    table: ({sectors}) => ({
      columns: [
        {key: "sector", label: "Secteur"},
        {key: "base_mt", label: `En ${formatYear(sectors[0]?.course.base.year ?? 2004)}`, format: formatMegatonnes},
        {key: "latest_mt", label: `En ${formatYear(sectors[0]?.course.latest.year ?? 2021)}`, format: formatMegatonnes},
        {key: "target_2030_mt", label: "Cible 2030", format: formatMegatonnes},
        {key: "done", label: "Chemin fait", format: formatRatio},
        {key: "linear", label: "Ligne droite vers 2030"},
        {key: "target_2050_mt", label: "Cible 2050", format: formatMegatonnes},
        {key: "linear_2050", label: "Ligne droite vers 2050"},
        {key: "rate_2050", label: "Taux annuel vers 2050"},
        {key: "note", label: "Réserve", missing: "–"}
      ],
      rows: sectors.map(({sector, course, target2050Mt, note}) => ({
        sector,
        base_mt: course.base.value,
        latest_mt: course.latest.value,
        target_2030_mt: course.target?.value ?? null,
        done: doneOf(course),
        linear: verdictOf("linear", course),
        target_2050_mt: target2050Mt,
        linear_2050: target2050Mt === null ? null : verdictOf("linear", to2050(course, target2050Mt)),
        rate_2050: target2050Mt === null ? null : verdictOf("open-sdg", to2050(course, target2050Mt)),
        note
      }))
    }),
    notes: ({sectors}) => [
      ...(sectors.some(({course}) => (doneOf(course) ?? 0) > 1)
        ? ["Une barre pleine dont le nombre dépasse 100 % : la valeur est déjà au-delà de la cible de 2030."]
        : []),
      ...(sectors.some(({target2050Mt}) => target2050Mt === 0)
        ? ["Vers zéro en 2050, aucun taux annuel constant ne mène : seule la ligne droite, ou un budget, peut juger."]
        : []),
      ...(sectors.some(({course}) => course.latest.year === 2021)
        ? ["2021 est une année marquée par la crise sanitaire, surtout pour les transports."]
        : []),
      "Les verdicts des secteurs ne se moyennent pas."
    ],
    empty: "Aucun secteur publié dans ces données.",
    reading: ({sectors}) => {
      const first = sectors[0];
      return first
        ? `${first.sector} : ${formatMegatonnes(first.course.latest.value)} en ${formatYear(first.course.latest.year)}, après ${formatMegatonnes(first.course.base.value)} en ${formatYear(first.course.base.year)}.`
        : "aucun secteur.";
    },
    scope: () => "Secteurs d’une seule série, celle du Plan Climat 2024-2030. Statut : publié par la Ville.",
    source: ({sourceUrl}) => [{label: "Ville de Paris, Plan Climat 2024-2030, tableau des émissions", url: sourceUrl}]
  };
}
