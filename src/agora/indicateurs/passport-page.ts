import {humanFigureId, shownValue} from "../../figures/human.js";
import indicators from "../../indicators/index.js";
import {formatCount, formatDecimal, formatRatio, formatYear} from "../../lib/format.js";
import type {Evaluation} from "../../lib/human/evaluate.js";
import {review, type ReviewedCriterion} from "../../lib/human/review.js";
import {inFull, inYears, sayDifference, underwayWords} from "../../lib/human/wording.js";
import {yearColumnOf} from "../../lib/human/years.js";
import {domainNames, type Domain} from "../../lib/indicator.js";
import {hostOf} from "../../lib/source.js";
import {formatValue, formatValueExact} from "../../lib/units.js";
import {list, markupTable, safe} from "../../methode/markup.js";
import type {HumanToday} from "./last-human.js";
import type {AgoraRecord} from "./record.js";
import {marksMarkup, sentenceMarkup} from "./sentence-markup.js";

/** Everything that is known of a human indicator, as Markdown: a reader can believe it, redo it, or take it apart. */
export function passportPage(today: HumanToday, record: AgoraRecord): string {
  const {human, indicator, evaluation} = today;
  const isExample = human.origin === "exemple";
  return [
    `---\ntitle: ${JSON.stringify(human.title)}\n---`,
    `# ${safe(human.title)}`,
    sentenceMarkup(today),
    marksMarkup(today),
    `## Aujourd’hui`,
    evaluation === null ? safe("Aucune donnée n’a encore été construite.") : list(todayItems(today, evaluation)),
    `### Ce que ce nombre ne dit pas`,
    list(indicator.limits.map(safe)),
    `## Année après année`,
    figureOf(today),
    `## L’indicateur technique`,
    `<a href="../../methode/${indicator.id}">${safe(indicator.name)}</a>. ${safe(indicator.question)} ${safe(
      `Sa page dit la formule, un exemple à refaire à la main et ce qu’il ne dit pas. Engagement : ${domainNames[indicator.domain as Domain]}.`
    )}`,
    ...(evaluation === null ? [] : [`## En choses de tous les jours`, equivalenceMarkup(today, evaluation)]),
    `## Pour s’en servir, et s’en méfier`,
    list([
      bold("S’il empire", human.badNews),
      bold("Ce qui le ferait bouger", human.lever),
      bold("Comment on pourrait le truquer", human.gaming),
      bold(isExample ? "Qui en répondrait" : "Qui en répond", human.owner)
    ]),
    `## Les critères`,
    criteriaMarkup(
      review(
        human,
        indicators.map(({id}) => id)
      )
    ),
    `## D’où il vient`,
    record.origin ??
      safe(
        isExample
          ? "Exemple écrit avec ce site, pour montrer la forme. Aucun atelier, aucun collège ne l’a proposé : ces mots ne sont ceux de personne."
          : "Proposé en atelier ; ses mots ne sont pas encore au registre."
      ),
    `### Versions`,
    record.versions ?? safe(`Version ${human.version}, la seule à ce jour. Ce qui change est écrit au journal.`),
    `## Ce que les collèges en ont dit`,
    record.votes ?? safe(isExample ? "Aucun vote : exemple." : "Aucun vote au registre."),
    `### Revues annuelles`,
    record.reviews ?? safe("Aucune revue."),
    `<a href="./">${safe("Tous les indicateurs humains")}</a>`
  ]
    .filter(Boolean)
    .join("\n\n");
}

function todayItems({human, indicator}: HumanToday, evaluation: Evaluation): string[] {
  const {value, unit, used, leftOut, years, comparison, interval, missing, underway} = evaluation;
  const shown = shownValue(indicator, value);
  const exact = formatValueExact(value, unit);
  const why = (part: string) => missing.find((one) => one.part === part)?.reason;
  return [
    bold(
      "Valeur",
      value === null
        ? "aucune"
        : `${shown}${exact === formatValue(value, unit) ? "" : ` (${exact})`}${years === null ? "" : ` ${inYears(years, yearColumnOf(indicator, human))}`}`
    ),
    bold(
      "Comparaison",
      comparison === null
        ? (why("comparison") ??
            (human.comparison.kind === "none" ? "aucune n’est choisie" : "sans valeur, il n’y en a pas"))
        : comparedWith(human, evaluation)
    ),
    ...(underway === null ? [] : [bold("Année en cours", underwayWords(underway))]),
    bold("Lignes utilisées", formatCount(used)),
    ...Object.entries(leftOut).map(([reason, count]) => bold("Lignes écartées", `${formatCount(count)}, ${reason}`)),
    bold(
      "Incertitude",
      interval === null
        ? (why("interval") ?? "sans valeur, il n’y en a pas")
        : `entre ${formatRatio(interval.low)} et ${formatRatio(interval.high)}, 19 fois sur 20, si ces ${formatCount(used)} lignes étaient tirées au hasard (intervalle de Wilson)`
    ),
    ...Object.entries(human.filter).map(([column, kept]) => bold("Seulement", `${column} = ${kept}`))
  ];
}

function comparedWith({comparison}: HumanToday["human"], {comparison: found, unit}: Evaluation): string {
  if (found === null) return "";
  const difference = sayDifference(found.difference, unit);
  const value = formatValue(found.value, unit);
  if (comparison.kind === "target") return `promesse pour ${formatYear(comparison.year)} : ${value} ; ${difference}`;
  if (comparison.kind === "other") return `${comparison.label} : ${value} ; ${difference}`;
  return `${value} en ${formatYear(found.year ?? 0)} ; ${difference}`;
}

/** The figure of the measure, over the rows of the year that the sentence tells about. */
function figureOf({human, evaluation}: HumanToday): string {
  const year = human.comparison.kind === "previous" ? evaluation?.years?.last : undefined;
  return `<figure data-figure="${humanFigureId(human)}"${year === undefined ? "" : ` data-annee="${year}"`}></figure>`;
}

function equivalenceMarkup({human, indicator}: HumanToday, {equivalence, missing}: Evaluation): string {
  if (human.equivalence === null)
    return safe(
      indicator.domain === "solidarite"
        ? "Aucune équivalence : des personnes ne se comptent pas en choses."
        : "Aucune équivalence : la phrase s’en passe."
    );
  if (equivalence === null)
    return safe(missing.find(({part}) => part === "equivalence")?.reason ?? "Pas de valeur, donc pas d’équivalence.");
  const {count, label, per, vintage, sourceUrl} = equivalence;
  const words = `${inFull(count, "fois")} « ${label} » (par ${per}), facteur de ${vintage}, lu dans`;
  return `${safe(words)} <a href="${safe(sourceUrl)}">${safe(hostOf(sourceUrl))}</a>. ${safe(
    "Une équivalence aide à se figurer une taille ; elle ne dit pas d’où viennent ces émissions."
  )}`;
}

function criteriaMarkup(criteria: readonly ReviewedCriterion[]): string {
  const total = criteria.reduce((sum, {declared}) => sum + declared, 0);
  const table = markupTable(
    "Critères",
    ["Critère", "Note sur 2", "Vérifié par une machine"],
    criteria.map(({name, declared, checks}) => [
      safe(name),
      String(declared),
      checks.length === 0
        ? safe("rien : seul un groupe peut le dire")
        : checks
            .map(({label, passes, detail}) => safe(passes ? label : `Pas encore : ${label} (${detail})`))
            .join("<br>")
    ])
  );
  return `${table}\n\n${safe(`${formatDecimal(total).replace(/,0$/, "")} sur ${2 * criteria.length}. Les notes sont déclarées par qui propose l’indicateur ; un groupe peut en donner d’autres.`)}`;
}

function bold(name: string, words: string): string {
  return `<strong>${safe(name)}</strong>${safe(` : ${words}`)}`;
}
