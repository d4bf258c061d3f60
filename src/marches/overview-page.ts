import {periodOf} from "../figures/procurement.js";
import correctedTotal from "../indicators/corrected-total.js";
import distinctSuppliers from "../indicators/distinct-suppliers.js";
import topTenShare from "../indicators/top-ten-share.js";
import {formatCount, formatEuros, formatRatio} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";
import type {Tables} from "../lib/schema.js";
import {typeset} from "../lib/typeset.js";
import {figureTag, page} from "./page.js";

/** What the page is made of. */
export type OverviewData = Pick<Tables, "award" | "award_supplier">;

/** The other pages on procurement, with the question that each answers. */
const doors: readonly [path: string, name: string, question: string][] = [
  ["fournisseurs", "Fournisseurs", "Qui reçoit les marchés, combien se partagent l'argent, et ce public change-t-il ?"],
  ["diversite", "Diversité", "Quelle place pour les petites, les jeunes, les associations, et d'où viennent-elles ?"],
  ["concurrence", "Concurrence", "Combien d'entreprises répondent, et par quelle procédure ?"],
  ["clauses", "Clauses sociales et environnementales", "Que peut-on en dire, et que ne peut-on pas ?"],
  ["cpv/", "Par domaine d'achat", "Travaux, fournitures, services : une page pour chacun."],
  ["explorer", "Explorateur", "Toutes les attributions, une à une : filtres, graphiques, fiches, SQL."],
  ["qualite", "Qualité des données", "Ce que vaut chaque source, et ce qui a été réparé."]
];

/** The answer that the overview gives first: how much, in how many awards, to how many suppliers; only what is known. */
export function overviewAnswer({award, award_supplier: links}: OverviewData): string {
  const total = measure(correctedTotal, award).value;
  if (award.length === 0 || total === null) return typeset("Aucun montant de marché n'a été lu.");
  const suppliers = measure(distinctSuppliers, links).value ?? 0;
  const ten = suppliers > 10 ? measure(topTenShare, links).value : null;
  const ceilings = sumEuros(award.filter(({is_framework}) => is_framework).map(({amount_eur}) => amount_eur ?? 0));
  const sentences = [
    `${formatEuros(total)} attribués (${periodOf(award)}) en ${formatCount(award.length)} ${award.length === 1 ? "attribution" : "attributions"}${suppliers === 0 ? "" : `, à ${formatCount(suppliers)} ${suppliers === 1 ? "titulaire identifié" : "titulaires identifiés"}`}.`,
    ...(ceilings === 0 || total === 0
      ? []
      : [
          `${formatRatio(ceilings / total)} de ce montant sont des plafonds d'accords-cadres : un maximum, pas une dépense.`
        ]),
    ...(ten === null
      ? []
      : [`Les dix premiers titulaires reçoivent ${formatRatio(ten)} du montant des titulaires identifiés.`])
  ];
  return typeset(sentences.join(" "));
}

/** The overview of procurement, as Markdown; `data` is that of the last build, null when there is none. */
export function overviewPage(data: OverviewData | null): string {
  const entries = doors.map(
    ([path, name, question]) => `<li><a href="./${path}">${typeset(name)}</a>${typeset(question)}</li>`
  );
  return page("Marchés publics", "Marchés publics : ce qui est déclaré, ce qui compte", [
    data === null ? "Aucune donnée n’a encore été construite." : overviewAnswer(data),
    `<ul class="entrances">${entries.join("")}</ul>`,
    "Les acheteurs publics doivent publier leurs contrats à partir de 40 000 € hors taxes. Ces données contiennent des répétitions et des cases remplies pour la forme : additionnées telles quelles, elles trompent. Voici le total corrigé, puis ce qui a été corrigé.",
    "<div data-corrections-switch></div>",
    "## Le montant attribué",
    figureTag("corrected-total"),
    "## D'où vient l'écart",
    "Rien n'est effacé : la valeur déclarée reste à côté de la valeur retenue, avec le nom de la règle. Trois règles changent le total : [le contrat déclaré plusieurs fois](../methode/duplicate-contract), [l'accord-cadre déclaré une fois par titulaire](../methode/framework-repeated) et [le montant de remplissage](../methode/placeholder-amount).",
    figureTag("declared-against-corrected"),
    "## Année par année",
    figureTag("awards-by-year"),
    "## À qui",
    "Un titulaire est compté par son numéro SIREN, qui désigne l'entreprise entière, quel que soit le nombre de ses établissements. Les numéros mal formés sont réparés quand c'est possible ; les autres sont comptés à part. Le reste est sur la page [Fournisseurs](./fournisseurs).",
    figureTag("top-suppliers"),
    figureTag("supplier-count"),
    "## Ce que ces données ne disent pas",
    "Le prix payé à la fin, les sous-traitants, le partage réel d'un accord-cadre entre ses titulaires, les achats sous le seuil de publication. Un montant élevé n'est ni une faute ni un exploit : c'est un point de départ pour poser une question. Chaque règle de réparation est décrite sur la page [Méthode](../methode/), et la page [Qualité des données](./qualite) dit ce que vaut chaque source."
  ]);
}
