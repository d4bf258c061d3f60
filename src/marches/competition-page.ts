import {offersInWords} from "../figures/competition.js";
import latePublicationShare from "../indicators/late-publication-share.js";
import medianOffers from "../indicators/median-offers.js";
import noCompetitionShare from "../indicators/no-competition-share.js";
import openProcedureShare from "../indicators/open-procedure-share.js";
import singleBidShareOpen from "../indicators/single-bid-share-open.js";
import singleBidShare from "../indicators/single-bid-share.js";
import {formatCount, formatRatio} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {figureTag, page} from "./page.js";

/** What the competition page says first: single bids in both definitions, usual offers, procedures. Only what is known. */
export function competitionAnswer(award: readonly Row<"award">[]): string {
  if (award.length === 0) return typeset("Aucun marché n'a été lu : il n'y a rien à dire de la concurrence.");
  const single = measure(singleBidShare, award);
  const open = measure(singleBidShareOpen, award).value;
  const median = measure(medianOffers, award).value;
  const [openShare, direct] = [openProcedureShare, noCompetitionShare].map((one) => measure(one, award).value);
  const sentences = [
    single.value === null
      ? "Ces marchés ne disent pas combien d'offres ils ont reçu."
      : `Sur ${formatCount(single.used)} attributions qui disent combien d'offres elles ont reçu, ${formatRatio(single.value)} n'en ont reçu qu'une${open === null ? "" : `, et ${formatRatio(open)} quand la procédure était ouverte à tous`}.`,
    ...(median === null ? [] : [`Une sur deux en a reçu ${offersInWords(median)} ou plus.`]),
    ...(openShare == null || direct == null
      ? []
      : [
          `${formatRatio(openShare)} des attributions sont passées par une procédure ouverte, ${formatRatio(direct)} sans publicité ni mise en concurrence.`
        ])
  ];
  return typeset(sentences.join(" "));
}

/** The competition page, as Markdown; `award` is that of the last build, null when there is none. */
export function competitionPage(award: readonly Row<"award">[] | null): string {
  const late = award === null ? null : measure(latePublicationShare, award).value;
  return page("Concurrence", "Combien d'entreprises répondent ?", [
    award === null ? "Aucune donnée n’a encore été construite." : competitionAnswer(award),
    "<div data-corrections-switch></div>",
    "## Les offres reçues",
    "Depuis 2024, chaque marché dit combien d'offres il a reçu. Une seule offre n'est pas une faute : le marché peut être petit, urgent ou très spécialisé. C'est un endroit où regarder.",
    figureTag("offers-received"),
    figureTag("offers-by-year"),
    "### Selon la procédure",
    figureTag("offers-by-method"),
    "### Selon ce que l'on achète",
    figureTag("single-bids-by-division"),
    "## Les procédures",
    figureTag("procedure-mix"),
    "## Groupements et sous-traitance",
    "Une petite entreprise accède à un grand marché de deux façons : en se groupant, ou comme sous-traitante.",
    figureTag("consortia"),
    figureTag("subcontracting"),
    "## Ce qui change après l'attribution",
    figureTag("amendments"),
    "## Quand les données paraissent",
    `L'acheteur a deux mois, à partir de la notification, pour publier les données essentielles d'un marché${late === null ? "" : ` ; ici, ${formatRatio(late)} ont paru plus tard`}. Un marché récent n'est pas jugé : son retard ne se verrait pas encore.`,
    figureTag("publication-delay"),
    "## Ce que ces données ne disent pas",
    "Qui a perdu, à quel prix, et combien d'entreprises ont retiré le dossier sans répondre. Combien de temps la publicité est restée ouverte. Pourquoi un marché est passé sans mise en concurrence, alors que la loi n'en admet que des cas précis. Si une offre a été écartée comme irrégulière : elle compte ici comme les autres. Les marchés sous le seuil de publication. Une part élevée d'offres uniques ne prouve rien à elle seule ; elle demande une explication. Le détail des formules est sur la page [Méthode](../methode/)."
  ]);
}
