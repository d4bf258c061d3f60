import {judged, measureOf, paceInWords, ruleOf, saidBy, type Judged} from "../figures/verdict.js";
import {formatMegatonnes, formatYear} from "../lib/format.js";
import type {Row} from "../lib/schema.js";
import {list, safe} from "../methode/markup.js";

/** The two series of the plan, with the figure that puts their rules side by side. */
const parts = [
  {series: "plan2024_territoire", name: "Émissions locales", figure: "local-verdict"},
  {series: "plan2024_empreinte", name: "Empreinte carbone", figure: "footprint-verdict"}
];

/**
 * The page of the verdicts, as Markdown: per series a card that shows one rule at a time, then every rule side by side.
 * The cards are `details` of one name: they switch without script, and all can be read and found in the page.
 *
 * @param today Year of the data build.
 */
export function verdictPage(emission: readonly Row<"emission">[], today: number): string {
  return [
    "---\ntitle: Verdict\n---",
    `# ${safe("Sur le bon rythme ? Cela dépend de la règle")}`,
    safe(
      "Les mêmes nombres donnent des verdicts différents selon la règle qui les lit. Choisissez une règle : son nom, ses seuils et sa source restent à côté de ce qu’elle dit. Celle de ces carnets, par défaut, est la ligne droite, parce que chacun peut la tracer."
    ),
    ...parts.map(({series, name, figure}) => {
      const own = judged(emission, {series, name, today});
      return [
        `## ${safe(name)}`,
        safe(paceInWords(own)),
        ...(own.rules.length === 0 ? [] : [card(own, figure)]),
        `### ${safe(`Toutes les règles : ${name.toLowerCase()}`)}`,
        `<figure data-figure="${figure}"></figure>`
      ].join("\n\n");
    }),
    `## ${safe("Pourquoi les règles ne s’accordent pas")}`,
    safe(
      "La ligne droite demande la même baisse chaque année, en tonnes. Le taux constant demande la même baisse en pourcentage : davantage au début, moins à la fin. Les règles des Nations unies et de Statistique Canada prolongent le rythme passé. Celle de Kausal attend un jalon daté. Celle du Haut Conseil compare deux rythmes. Une cible à zéro n’a pas de taux : ces règles-là ne se prononcent pas, et disent pourquoi."
    )
  ].join("\n\n");
}

function card({course, rules}: Judged, name: string): string {
  return rules
    .map(({id, verdict, without}, i) => {
      const rule = ruleOf(id);
      const {label, url} = rule.source;
      const inputs =
        course?.target == null
          ? []
          : [
              `Nombres lus : ${formatMegatonnes(course.base.value)} en ${formatYear(course.base.year)}, ${formatMegatonnes(course.latest.value)} en ${formatYear(course.latest.year)}, cible de ${formatMegatonnes(course.target.value)} en ${formatYear(course.target.year)}`
            ];
      const lines = [
        `Nombre regardé : ${rule.measure}, ${measureOf(rule, verdict)}`,
        `Seuils : ${rule.thresholds}`,
        ...inputs,
        ...(without === null ? [] : [`Sans les années de crise sanitaire : ${saidBy(without)}`])
      ].map(safe);
      const source = url === null ? safe(label) : `<a href="${safe(url)}">${safe(label)}</a>`;
      return `<details name="${name}"${i === 0 ? " open" : ""}><summary><strong>${safe(rule.name)}</strong>${safe(` : ${saidBy(verdict)}`)}</summary>${list([...lines, `${safe("Règle lue dans :")} ${source}`])}</details>`;
    })
    .join("");
}
