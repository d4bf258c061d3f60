import consortiaShare from "../indicators/consortia-share.js";
import environmentalClauseShare from "../indicators/environmental-clause-share.js";
import innovationShare from "../indicators/innovation-share.js";
import singleBidShare from "../indicators/single-bid-share.js";
import socialClauseShare from "../indicators/social-clause-share.js";
import subcontractedShare from "../indicators/subcontracted-share.js";
import {formatCount, formatRatio} from "../lib/format.js";
import {measure, type AnyIndicator} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {markupTable, safe} from "../methode/markup.js";
import {figureTag, page} from "./page.js";

/** The fields that the study looks at, each with the indicator that needs it. */
const studied: readonly {field: string; short: string; indicator: AnyIndicator}[] = [
  {field: "Considérations sociales", short: "le social", indicator: socialClauseShare},
  {field: "Considérations environnementales", short: "l'environnement", indicator: environmentalClauseShare},
  {field: "Marché innovant", short: "l'innovation", indicator: innovationShare},
  {field: "Sous-traitance déclarée", short: "la sous-traitance", indicator: subcontractedShare},
  {field: "Groupement d'entreprises", short: "les groupements", indicator: consortiaShare},
  {field: "Offres reçues", short: "les offres reçues", indicator: singleBidShare}
];

/** Half of those that are asked must answer for a field to be called usable (Cardinal: a field is then well supported). */
const usableFrom = 0.5;

/** What can be done with a field. */
export interface Verdict {
  field: string;
  short: string;
  /** Awards whose source asks the field, those that answer, and those whose platform puts one value everywhere. */
  asked: number;
  answered: number;
  byDefault: number;
  outcome: "usable" | "thin" | "default" | "not-asked";
}

const outcomes: Readonly<Record<Verdict["outcome"], string>> = {
  usable: "Oui, parmi ceux qui répondent",
  thin: "Avec prudence : moins de la moitié répond",
  default: "Non : la même valeur partout",
  "not-asked": "Non : la question n'a pas été posée"
};

/** Which of the studied fields can be used, on the awards of a build. */
export function verdictsOf(award: readonly Row<"award">[]): Verdict[] {
  return studied.map(({field, short, indicator}) => {
    const {used, leftOut} = measure(indicator, award);
    const byDefault = leftOut.default ?? 0;
    const asked = used + byDefault + (leftOut.unanswered ?? 0) + (leftOut.zero ?? 0);
    const base = {field, short, asked, answered: used, byDefault};
    if (asked === 0) return {...base, outcome: "not-asked"};
    if (used >= usableFrom * asked) return {...base, outcome: "usable"};
    return {...base, outcome: byDefault >= usableFrom * asked ? "default" : "thin"};
  });
}

/** What the page says first: what can be measured, the two main shares, and what cannot be measured, and why. */
export function clausesAnswer(award: readonly Row<"award">[]): string {
  if (award.length === 0) return typeset("Aucun marché n'a été lu : il n'y a rien à dire de leurs clauses.");
  const verdicts = verdictsOf(award);
  const named = (outcome: Verdict["outcome"]) =>
    verdicts.filter((verdict) => verdict.outcome === outcome).map(({short}) => short);
  const [social, environmental] = [socialClauseShare, environmentalClauseShare].map((one) => measure(one, award));
  const shares = [
    ...(social?.value == null ? [] : [`${formatRatio(social.value)} ont une clause sociale`]),
    ...(environmental?.value == null ? [] : [`${formatRatio(environmental.value)} une clause environnementale`])
  ];
  const answers = Math.max(social?.used ?? 0, environmental?.used ?? 0);
  const sentences = [
    shares.length === 0
      ? "Ces marchés ne disent rien de leurs clauses sociales et environnementales."
      : `Parmi ${formatCount(answers)} attributions qui répondent, ${shares.join(" et ")}.`,
    ...(named("default").length > 0
      ? [`On ne peut pas mesurer ${listed(named("default"), "ni")} : les plateformes y mettent partout la même valeur.`]
      : []),
    ...(named("thin").length > 0 ? [`Trop peu répondent sur ${listed(named("thin"), "et")} pour conclure.`] : [])
  ];
  return typeset(sentences.join(" "));
}

/** The study as a page, in Markdown; `award` is that of the last build, null when there is none. */
export function clausesPage(award: readonly Row<"award">[] | null): string {
  return page("Clauses sociales et environnementales", "Que savons-nous des clauses sociales et environnementales ?", [
    award === null ? "Aucune donnée n’a encore été construite." : clausesAnswer(award),
    "En 2021, la Ville de Paris s'engageait à une étude de faisabilité : peut-on publier des données sociales et environnementales sur ses marchés ? Voici la réponse que donnent les fichiers publiés, refaite à chaque nouvelle donnée.",
    "## Ce qui est demandé, et depuis quand",
    "Avant 2024, le format des données essentielles (arrêté du 22 mars 2019) ne demandait rien sur le social, l'environnement, l'innovation, les groupements ni les offres reçues. Les arrêtés du 22 décembre 2022 le demandent pour les marchés publiés depuis le 1er janvier 2024. Une année sans réponse avant cette date n'est donc pas un silence : la question n'était pas posée.",
    ...(award === null ? [] : [verdictTable(verdictsOf(award))]),
    "Un champ est dit utilisable quand au moins la moitié des attributions interrogées y répondent. Une plateforme qui met la même valeur dans plus de 99 % des cas n'a pas répondu : ses attributions ne comptent pas parmi les réponses.",
    "## Qui répond",
    figureTag("clause-answers"),
    "<div data-corrections-switch></div>",
    "## Les clauses et critères sociaux",
    "Une clause est une obligation d'exécution ; un critère compte dans le choix de l'offre ; un marché réservé n'est ouvert qu'à certaines structures. Un même marché peut avoir les trois.",
    figureTag("social-considerations"),
    "## Les clauses et critères environnementaux",
    figureTag("environmental-considerations"),
    "## L'innovation",
    figureTag("innovation"),
    "## Ce qu'il faudrait pour en dire plus",
    "Pour l'acheteur : laisser vide la case que l'on n'a pas regardée, plutôt que d'y laisser « non ». Pour la plateforme : ne rien cocher d'avance, et proposer tous les choix du texte. Pour tous : publier le poids des critères, le nombre d'heures d'insertion prévues et faites, le résultat des contrôles.",
    "## Ce que ces données ne disent pas",
    "Si une clause est tenue. Combien d'heures d'insertion elle apporte, ou combien de tonnes elle évite. Le poids d'un critère dans la note. Si une clause est la même partout ou écrite pour ce marché. Une part de marchés avec clause mesure ce que l'acheteur déclare, pas ce que la Ville obtient. Les règles appliquées aux champs sont sur la page [Qualité des données](./qualite), les formules sur la page [Méthode](../methode/)."
  ]);
}

function verdictTable(verdicts: readonly Verdict[]): string {
  const heads = ["Champ", "Attributions interrogées", "Répondent", "Même valeur partout", "Peut-on s'en servir ?"];
  const rows = verdicts.map(({field, asked, answered, byDefault, outcome}) => [
    field,
    formatCount(asked),
    asked === 0 ? "–" : formatRatio(answered / asked),
    formatCount(byDefault),
    outcomes[outcome]
  ]);
  return markupTable(
    "Ce que l’on peut faire de chaque champ",
    heads.map(safe),
    rows.map((cells) => cells.map(safe))
  );
}

function listed(words: readonly string[], last: "et" | "ni"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
