import {domainNames, type AnyIndicator} from "../lib/indicator.js";
import {criterionNames} from "../lib/human/review.js";
import {typeset} from "../lib/typeset.js";
import {list, safe} from "../methode/markup.js";

/** A college of the Agora, as the register names it. */
export interface CollegeName {
  id: string;
  name: string;
}

/**
 * The page of the workshop, as Markdown. Without JavaScript it holds what the workshop is and the sheet to print, blank; with it,
 * the workshop takes their place.
 */
export function atelierPage(indicators: readonly AnyIndicator[], colleges: readonly CollegeName[]): string {
  const choices = {
    measures: Object.entries(domainNames).flatMap(([domain, group]) =>
      indicators.filter((one) => one.domain === domain).map(({id, name}) => ({id, name, group}))
    ),
    colleges: colleges.map(({id, name}) => [id, name])
  };
  return [
    `---\ntitle: L’atelier\ntoc: false\n---`,
    `# L’atelier : composer un indicateur ensemble`,
    safe(
      "À quelques-uns, autour d'une table : choisissez ce que vous mesurez, écrivez une phrase qu'un voisin comprend, regardez-la se remplir des vrais nombres. Puis gardez-la, imprimez-la, portez-la au vote de l'Agora."
    ),
    `<div class="tool" data-opens="atelier" data-choices="${attribute(JSON.stringify(choices))}">${blankSheet(colleges)}</div>`,
    `## Comment faire`,
    [
      "Partez d’une situation vécue, pas d’une colonne : « dans ma rue, qu’est-ce qui devrait changer ? ».",
      "Choisissez la mesure la plus proche. Si aucune ne l’est, écrivez-le dans les mots du groupe : c’est une demande.",
      "Écrivez la phrase. Une case entre accolades prend le nombre du jour ; une case qui n’a pas de valeur fait taire toute la phrase, et dit pourquoi.",
      "Dites la mauvaise nouvelle que l’indicateur pourrait montrer. S’il n’y en a pas, il ne sert qu’à se féliciter.",
      "Notez les sept critères. Ce qu’une machine peut vérifier l’est déjà ; le reste est à vous.",
      "Enregistrez le fichier, ou copiez le lien : il tient toute la proposition. Rien n’est envoyé à personne."
    ]
      .map((line, i) => `${i + 1}. ${safe(line)}`)
      .join("\n"),
    `## Ce qui se passe ensuite`,
    safe(
      "Un analyste adopte la proposition d'une commande : elle devient un indicateur, avec son exemple à refaire, son essai et sa page. La faisabilité est un avis, jamais un veto : ce sont les collèges qui votent."
    ),
    `<p><code>npm run new -- indicator --from proposition.yaml</code></p>`,
    `## Ce que l’atelier ne fait pas`,
    safe(
      "Il ne garde rien : fermez la page sans enregistrer ni copier le lien, et la proposition est perdue. Il ne mesure pas ce qui ne l'est pas encore. Il ne dit pas si un indicateur est juste : c'est votre affaire."
    )
  ].join("\n\n");
}

/** The sheet of a group without a computer: to print, and to fill in by hand. */
function blankSheet(colleges: readonly CollegeName[]): string {
  const lines = (label: string, count: number) =>
    `<dt>${safe(label)}</dt><dd>${`<span class="to-write"></span>`.repeat(count)}</dd>`;
  return [
    `<p>${safe("L'atelier calcule dans votre navigateur : il a besoin de JavaScript. Sans lui, imprimez cette fiche et remplissez-la à la main ; un analyste saisira la proposition.")}</p>`,
    `<section class="atelier-blank"><h2>Fiche d’atelier</h2><dl>`,
    lines("Le titre, en quinze mots au plus", 1),
    lines("La phrase, avec une case à la place de chaque nombre", 3),
    lines("Ce que l’on mesure, et lesquels (année, lieu, domaine)", 2),
    lines("À quoi on le compare", 1),
    lines("La mauvaise nouvelle, ce serait", 2),
    lines("Qui en répond (un service ou un collège, jamais une personne)", 1),
    lines("Ce qui le ferait bouger", 2),
    lines("Comment on pourrait l’embellir sans que rien ne s’améliore", 2),
    `</dl><p>${safe("Le collège qui propose :")} ${colleges.map(({name}) => `☐ ${safe(name)}`).join(" ")}</p>`,
    `<p>${safe("Chaque critère, de 0 (non) à 2 (oui) :")}</p>`,
    list(Object.values(criterionNames).map((name) => `${safe(name)} : ☐ 0 ☐ 1 ☐ 2`)),
    `<p>Notes du groupe</p><div class="sheet-notes"></div></section>`
  ]
    .join("")
    .replaceAll("\n", "");
}

function attribute(text: string): string {
  return typeset(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
