import {cellInWords, shareCell} from "../figures/diversity.js";
import ileDeFranceAwardShare from "../indicators/ile-de-france-award-share.js";
import {formatCount, formatRatio} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {traits, type Trait} from "../lib/traits.js";
import {typeset} from "../lib/typeset.js";
import {figureTag, page} from "./page.js";

type Links = readonly Row<"award_supplier">[];

/** What the diversity page says first: size, age, social economy, place; each only when the register read says it. */
export function diversityAnswer(links: Links): string {
  if (links.length === 0)
    return typeset("Aucun marché n'a été lu : il n'y a rien à dire de la diversité des titulaires.");
  const awards = new Set(links.map(({award_uid}) => award_uid)).size;
  const share = (trait: Trait<any>, words: string) => {
    const cell = shareCell(trait, links, "awards");
    return cell.value === null ? [] : [`${cellInWords({...cell, interval: null})} ${words}`];
  };
  const told = [
    ...share(traits.sme, "à des PME"),
    ...share(traits.under250, "à des titulaires de moins de 250 salariés"),
    ...share(traits.micro, "à des titulaires de moins de 10 salariés"),
    ...share(traits.young, "à des titulaires de moins de trois ans"),
    ...share(traits.essForm, "à l'économie sociale, par la forme juridique"),
    ...share(traits.ileDeFrance, "à des titulaires dont le siège est en Île-de-France")
  ];
  if (told.length === 0)
    return typeset(
      `Sur ${formatCount(awards)} attributions, le registre lu ne dit ni la taille, ni l'âge, ni la forme des titulaires : donnez un extrait Sirene avec les marchés.`
    );
  const sme = measureOfSme(links);
  return typeset(
    `Sur ${formatCount(awards)} attributions, parmi celles où la réponse est connue : ${told.join(", ")}.${sme}`
  );
}

/** Why the share of SMEs is not said, when it is not. */
function measureOfSme(links: Links): string {
  return shareCell(traits.sme, links, "awards").value === null
    ? " La part des PME ne peut pas être dite : le registre lu ne donne pas la catégorie des entreprises."
    : "";
}

/** The diversity page, as Markdown; `links` are the suppliers of the last build's awards, null when there is none. */
export function diversityPage(links: Links | null): string {
  const place = links === null ? null : measure(ileDeFranceAwardShare, links as Row<"award_supplier">[]).value;
  return page("Diversité", "Qui sont les titulaires : petits, jeunes, solidaires, d'ici ?", [
    links === null ? "Aucune donnée n’a encore été construite." : diversityAnswer(links),
    "La source ne dit d'un titulaire que son numéro. Sa taille, son âge, sa forme et son siège viennent du registre Sirene ; ce que le registre ne dit pas reste inconnu et se voit dans chaque figure.",
    "<div data-corrections-switch></div>",
    "## La taille",
    figureTag("supplier-size"),
    figureTag("small-suppliers"),
    "## Les PME, et le repère national",
    "« PME » est une catégorie de l'Insee, qui regarde le groupe entier, son effectif et son chiffre d'affaires. Elle seule se compare au recensement national ; un nombre de salariés ne la remplace pas.",
    figureTag("enterprise-category"),
    figureTag("sme-census"),
    "## Les jeunes entreprises",
    figureTag("young-suppliers"),
    "## L'économie sociale et solidaire",
    "Deux définitions sont données côte à côte : la mention du registre, que beaucoup ne demandent pas, et la forme juridique, qui ne reconnaît pas une coopérative constituée en SAS.",
    figureTag("social-economy"),
    "## D'où ils viennent",
    `Préférer un fournisseur parce qu'il est d'ici est interdit : cette figure décrit, elle ne fixe pas de but.${place === null ? "" : ` Une part de ${formatRatio(place)} en Île-de-France n'est ni bonne ni mauvaise en soi.`}`,
    figureTag("supplier-places"),
    "## Ce que ces données ne disent pas",
    "Qui dirige ou possède une entreprise. Si une femme, ou une personne d'un groupe minoritaire, est à sa tête : c'est **inconnu**, le registre ne le dit pas et nous ne le devinons jamais d'après un nom. Ce que font les sous-traitants, qui sont souvent de petites entreprises. La taille et le siège au jour de l'attribution : le registre donne ceux d'aujourd'hui. Le partage réel d'un accord-cadre entre ses titulaires. Les achats sous le seuil de publication, où les petites entreprises sont sans doute plus nombreuses. Chaque formule est sur la page [Méthode](../methode/)."
  ]);
}
