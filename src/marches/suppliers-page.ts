import {parseHTML} from "linkedom";
import {suppliersShown} from "../components/supplier-search.js";
import {table} from "../components/table.js";
import {listSuppliers, supplierTable} from "../figures/supplier-table.js";
import distinctSuppliers from "../indicators/distinct-suppliers.js";
import effectiveSuppliers from "../indicators/effective-suppliers.js";
import newSuppliersShare from "../indicators/new-suppliers-share.js";
import rarefiedSuppliers from "../indicators/rarefied-suppliers.js";
import supplierRetention from "../indicators/supplier-retention.js";
import topTenShare from "../indicators/top-ten-share.js";
import {formatCount, formatIndex, formatRatio, formatYear} from "../lib/format.js";
import {measure, type AnyIndicator} from "../lib/indicator.js";
import type {Row, Tables} from "../lib/schema.js";
import {measureBy} from "../lib/slices.js";
import {typeset} from "../lib/typeset.js";
import {figureTag, page} from "./page.js";

/** What the page is made of. */
export type SuppliersData = Pick<Tables, "award_supplier" | "supplier">;

type Links = readonly Row<"award_supplier">[];

/**
 * The answer that the page gives first: how many suppliers, how the money is shared among them, whether diversity moves,
 * how many come back. Only what the data support is said.
 */
export function suppliersAnswer(links: Links): string {
  const count = measure(distinctSuppliers, links).value ?? 0;
  if (count === 0) return typeset("Aucun titulaire identifié n'a été lu : il n'y a rien à dire des fournisseurs.");
  const ten = count > 10 ? measure(topTenShare, links).value : null;
  const effective = measure(effectiveSuppliers, links).value;
  const parts = [
    `${formatCount(count)} ${count === 1 ? "titulaire identifié" : "titulaires identifiés"}`,
    ...(ten === null ? [] : [`les dix premiers reçoivent ${formatRatio(ten)} du montant attribué`]),
    ...(effective === null
      ? []
      : [`l'argent se répartit comme entre ${formatCount(effective)} titulaires qui recevraient tous autant`])
  ];
  return typeset([`${parts.join(" ; ")}.`, ...trendInWords(links), ...renewalInWords(links)].join(" "));
}

/** The page of suppliers, as Markdown; `data` is that of the last build, null when there is none. */
export function suppliersPage(data: SuppliersData | null): string {
  return page("Fournisseurs", "À qui vont les marchés, et ce public change-t-il ?", [
    data === null ? "Aucune donnée n’a encore été construite." : suppliersAnswer(data.award_supplier),
    "<div data-corrections-switch></div>",
    "## Qui",
    "Un titulaire est compté par son numéro SIREN, qui désigne l'entreprise entière. Beaucoup d'identifiants déclarés sont mal formés, et un accord-cadre est souvent déclaré une fois par titulaire, à chaque fois avec tout son plafond : un classement fait tel quel trompe.",
    figureTag("ranking-before-after"),
    "## Combien se partagent l'argent",
    figureTag("supplier-lorenz"),
    figureTag("concentration-by-year"),
    "### Domaine par domaine",
    figureTag("concentration-by-division"),
    "## Le renouvellement",
    "Pour dire qu'un titulaire est nouveau, il faut avoir vu les années d'avant. Là où elles manquent, nous le disons, et nous ne donnons qu'une borne.",
    figureTag("renewal-by-year"),
    "## Tous les titulaires",
    `<p>Cherchez un titulaire, ou prenez la liste entière${"\u00a0"}: <a href="../data/fournisseurs.csv" rel="external" download>fournisseurs.csv</a>. Le nom est celui d’une personne morale${"\u00a0"}; un entrepreneur individuel reste un numéro.</p>`,
    `<div class="supplier-list" data-suppliers>${data === null ? "" : firstSuppliers(data)}</div>`,
    "## Ce que ces données ne disent pas",
    "Les sous-traitants, le partage réel d'un accord-cadre entre ses titulaires, ce qui a été payé à la fin, les achats sous le seuil de publication. Deux sociétés d'un même groupe comptent pour deux. La dépendance d'une entreprise à un acheteur ne se lit pas ici : ses autres clients, publics ou privés, n'y sont pas. Une forte part d'un titulaire n'est ni une faute ni un exploit : certains métiers n'ont que peu d'entreprises. Les formules sont sur la page [Méthode](../methode/)."
  ]);
}

/** Compares the last two years on draws of one size, so that a year of more awards does not look more diverse. */
function trendInWords(links: Links): string[] {
  const [before, last] = measureBy(rarefiedSuppliers, links, "year")
    .filter(({key, measure: {value}}) => key !== null && value !== null)
    .slice(-2);
  if (!before || !last || before.measure.value === null || last.measure.value === null) return [];
  const [old, now] = [Math.round(before.measure.value), Math.round(last.measure.value)];
  const years = `en ${formatYear(Number(last.key))}`;
  const compared = now === old ? `autant qu'en` : `${now > old ? "plus" : "moins"} qu'en`;
  return [
    `Pour cent attributions, on trouve ${formatIndex(now)} titulaires différents ${years}, ${compared} ${formatYear(Number(before.key))}${now === old ? "" : ` (${formatIndex(old)})`}.`
  ];
}

function renewalInWords(links: Links): string[] {
  const lastOf = (indicator: AnyIndicator) =>
    measureBy(indicator, links, "year").findLast(
      ({key, isChartable, measure: {value}}) => key !== null && isChartable && value !== null
    );
  const [fresh, kept] = [lastOf(newSuppliersShare), lastOf(supplierRetention)];
  return [
    ...(kept?.measure.value == null
      ? []
      : [
          `${formatRatio(kept.measure.value)} des titulaires de ${formatYear(Number(kept.key))} reçoivent encore un marché en ${formatYear(Number(kept.key) + 1)}.`
        ]),
    fresh?.measure.value == null
      ? "Trop peu d'années sont publiées sans trou pour dire quelle part des titulaires est nouvelle."
      : `En ${formatYear(Number(fresh.key))}, ${formatRatio(fresh.measure.value)} des titulaires n'avaient rien reçu du même acheteur dans les trois années d'avant.`
  ];
}

/** The table in the page itself, on one line, in which no name can act as an expression of Framework. */
function firstSuppliers({supplier}: SuppliersData): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  const first = listSuppliers(supplier).slice(0, suppliersShown);
  const shown = table(supplierTable(first), {
    document: document as never,
    root: "../",
    label: `Les ${formatCount(first.length)} premiers titulaires par montant`
  });
  return shown.outerHTML.replace(/[\n\r]+/g, " ").replaceAll("${", "&#36;{");
}
