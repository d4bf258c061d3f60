import findingsByPlatform from "../figures/findings-by-platform.js";
import {shareInWords} from "../figures/quality.js";
import answeredShare from "../indicators/answered-share.js";
import emptyMonths from "../indicators/empty-months.js";
import {formatCount, formatEuros, formatRatio} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import type {Report} from "../lib/report.js";
import type {Tables} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";

/** What the page's first sentence is made of. */
export type QualityData = {report: Report} & Pick<
  Tables,
  "completeness" | "contract" | "contract_source" | "coverage" | "finding"
>;

/**
 * The answer that the page gives first: how many records carry a doubt, what the repairs do to the total, how many
 * months are missing, how many cells hold an answer. Only what the data support is said.
 */
export function qualityAnswer(data: QualityData): string {
  const {records, flagged} = findingsByPlatform.prepare(data as never, {}, data.report);
  if (records === 0) return typeset("Aucun marché n'a été lu : il n'y a rien à dire de leur qualité.");
  const answered = measure(answeredShare, data.completeness).value;
  const gaps = measure(emptyMonths, data.coverage).value ?? 0;
  const totalOf = (id: string) => data.report.totals.find((total) => total.id === id)?.amount_eur ?? 0;
  const [declared, corrected] = [totalOf("records"), totalOf("corrected")];
  const parts = [
    `sur ${formatCount(records)} enregistrements lus, ${flagged === 0 ? "aucun ne porte de doute" : `${shareInWords(flagged / records)} ${flagged === 1 ? "porte" : "portent"} au moins un doute`}`,
    ...(declared > corrected
      ? [`le total déclaré de ${formatEuros(declared)} descend à ${formatEuros(corrected)} une fois réparé`]
      : []),
    ...(answered === null ? [] : [`${formatRatio(answered)} des cases demandées ont une vraie réponse`]),
    ...(gaps > 0 ? [`${formatCount(gaps)} mois ${gaps === 1 ? "est presque vide" : "sont presque vides"}`] : [])
  ];
  const text = parts.join(" ; ");
  return typeset(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

/** The quality page, as Markdown; `data` is that of the last build, null when there is none. */
export function qualityPage(data: QualityData | null): string {
  return [
    `---\ntitle: Qualité des données\n---`,
    `# Que valent les données des marchés publics\u00a0?`,
    data === null ? "Aucune donnée n’a encore été construite." : qualityAnswer(data),
    `Rien n’est effacé${"\u00a0"}: chaque valeur déclarée reste lisible, à côté de celle que nous proposons et du nom de la règle. Cette page est faite pour ceux qui peuvent corriger à la source. Tous les constats sur les marchés tiennent dans un fichier${"\u00a0"}: <a href="../data/constats.csv" rel="external" download>constats.csv</a> (contrat, champ, valeur déclarée, valeur proposée, règle, preuve).`,
    `## Ce que les règles trouvent`,
    `Chaque règle a sa page, avec un exemple et sa référence. «${"\u00a0"}Les voir${"\u00a0"}» ouvre plus bas les enregistrements qu’elle touche.`,
    figure("findings-by-rule"),
    `### Les enregistrements d’une règle`,
    `<div class="findings-browser" data-findings><p>Choisissez «${"\u00a0"}Les voir${"\u00a0"}» dans le tableau. Cette liste a besoin de JavaScript${"\u00a0"}; sans lui, <a href="../data/constats.csv" rel="external" download>le fichier des constats</a> contient les mêmes lignes.</p></div>`,
    `## Qui publie quoi, et quand`,
    figure("findings-by-platform"),
    `## Les mois qui manquent`,
    `Un trou dans la publication ne se voit pas dans un total. Voici, pour chaque acheteur et chaque source, les contrats mois par mois.`,
    figure("coverage-by-month"),
    `## Les cases remplies, et celles qui ne disent rien`,
    figure("completeness"),
    `## Ce que les réparations changent au total`,
    figure("repairs-in-euros"),
    `## Avec et sans corrections`,
    `Les pages des marchés montrent les nombres corrigés. Vous pouvez aussi les voir tels que déclarés${"\u00a0"}: le choix suit les liens d’une page à l’autre, et l’adresse le garde.`,
    `<div data-corrections-switch></div>`,
    figure("corrected-total"),
    `## Ce que ces contrôles ne disent pas`,
    `Les contrats jamais publiés ne sont dans aucun dénominateur${"\u00a0"}: une part de bonnes données est toujours une borne haute. Une valeur plausible peut être fausse, une valeur étonnante peut être juste. Les règles qui comparent un montant à d’autres disent à quels contrats, et combien. Un constat n’accuse personne${"\u00a0"}: il dit quelle case relire. Les règles sont toutes sur la page [Méthode](../methode/).`
  ].join("\n\n");
}

function figure(id: string): string {
  return `<figure data-figure="${id}"></figure>`;
}
