import {ranking} from "../components/ranking.js";
import {stack} from "../components/stack.js";
import topTenShare from "../indicators/top-ten-share.js";
import {asDeclared} from "../lib/corrections.js";
import {declaredId, holderOf} from "../lib/declared-holders.js";
import {defineFigure} from "../lib/figure.js";
import {formatEuros, formatEurosExact} from "../lib/format.js";
import {colors} from "../lib/palette.js";
import {noAward, periodOf, procurementSource} from "./procurement.js";
import {ruleName} from "./quality.js";
import {namesOf, rankSuppliers, supplierName, supplierPage} from "./suppliers.js";

interface Declared {
  /** As written; null where nothing was. */
  id: string | null;
  amountEur: number;
  /** The rule that set it aside or repaired it; null when it is well formed. */
  issue: string | null;
  /** Whether its supplier is among the first ten after repair. */
  isKept: boolean;
}

interface Repaired {
  siren: string;
  name: string;
  amountEur: number;
}

interface Rankings {
  before: Declared[];
  after: Repaired[];
  period: string;
}

const shown = 10;

export default defineFigure<Rankings>({
  id: "ranking-before-after",
  tables: ["award_supplier", "supplier", "award", "contract", "contract_source"],
  indicators: [topTenShare],
  prepare: (tables) => {
    const {award_supplier: links, supplier} = tables;
    const names = namesOf(supplier);
    const after = rankSuppliers(links)
      .flatMap(({siren, amountEur}) =>
        siren === null ? [] : [{siren, name: supplierName(siren, names.get(siren)), amountEur}]
      )
      .slice(0, shown);
    const kept = new Set(after.map(({siren}) => siren));
    const declared = asDeclared(tables).award_supplier;
    const links10 = rankSuppliers(declared).slice(0, shown);
    return {
      before: links10.map(({siren: id, amountEur}) => {
        const own = holderOf(id, links);
        return {
          id,
          amountEur,
          issue: own && declaredId(own) === id ? own.id_issue : null,
          isKept: kept.has(own?.supplier_siren ?? "")
        };
      }),
      after,
      period: periodOf(links)
    };
  },
  title: ({before}) => {
    const left = before.filter(({isKept}) => !isKept).length;
    const broken = before.filter(({issue}) => issue !== null).length;
    const some = (count: number, one: string, many: string) =>
      `${count} des ${before.length} premiers identifiants ${count === 1 ? one : many}`;
    if (left > 0) return some(left, "quitte le classement une fois réparé", "quittent le classement une fois réparé");
    if (broken > 0) return some(broken, "est mal formé", "sont mal formés");
    return "Les premiers titulaires, avant et après réparation";
  },
  subtitle: ({period}) =>
    `Les ${shown} premiers identifiants par montant déclaré, tels qu’écrits, et les ${shown} premiers titulaires (SIREN) par montant corrigé, hors taxes, ${period}`,
  chart: ({before, after}, context) => {
    if (before.length === 0 && after.length === 0) return null;
    const panel = {...context, width: Math.min(340, context.width)};
    return stack(
      [
        {
          title: "Tel que déclaré",
          svg: ranking(
            before.map(({id, amountEur, issue, isKept}, i) => ({
              name: `${i + 1}. ${idInWords(id)}${issue === null ? "" : " (mal formé)"}`,
              to: amountEur,
              color: isKept && issue === null ? colors.supplier : colors.removed,
              label: formatEuros(amountEur),
              title: `${idInWords(id)} : ${formatEuros(amountEur)} déclarés. ${issueInWords(issue)}`
            })),
            panel
          )
        },
        {
          title: "Réparé, par SIREN",
          svg: ranking(
            after.map(({name, amountEur}, i) => ({
              name: `${i + 1}. ${name}`,
              to: amountEur,
              color: colors.supplier,
              label: formatEuros(amountEur),
              title: `${name} : ${formatEuros(amountEur)}`
            })),
            panel
          )
        }
      ],
      context
    );
  },
  table: ({before, after}) => ({
    columns: [
      {key: "rank", label: "Rang"},
      {key: "id_declared", label: "Identifiant déclaré", missing: "aucun identifiant"},
      {key: "amount_declared_eur", label: "Montant déclaré, € hors taxes", format: formatEurosExact, missing: "–"},
      {key: "id_issue", label: "Défaut de l’identifiant", format: ruleName, missing: "–"},
      {
        key: "supplier",
        label: "Titulaire après réparation",
        missing: "–",
        href: ({supplier_siren: siren}) => (siren ? supplierPage(String(siren)) : null)
      },
      {key: "amount_eur", label: "Montant corrigé, € hors taxes", format: formatEurosExact, missing: "–"},
      {key: "supplier_siren", label: "SIREN", missing: "–"}
    ],
    rows: Array.from({length: Math.max(before.length, after.length)}, (_, i) => ({
      rank: i + 1,
      id_declared: before[i]?.id ?? null,
      amount_declared_eur: before[i]?.amountEur ?? null,
      id_issue: before[i]?.issue ?? null,
      supplier: after[i]?.name ?? null,
      amount_eur: after[i]?.amountEur ?? null,
      supplier_siren: after[i]?.siren ?? null
    }))
  }),
  notes: () => [
    "À gauche, un même plafond d’accord-cadre compte autant de fois qu’il a de titulaires, et deux établissements d’une entreprise font deux rangs. À droite, il compte une fois, à parts égales entre ses titulaires.",
    "Une barre claire, à gauche : identifiant mal formé, ou dont le titulaire n’est plus parmi les dix premiers."
  ],
  empty: noAward,
  reading: ({before, after}) => {
    const [first, best] = [before[0], after[0]];
    if (!first || !best) return "aucun titulaire identifié.";
    return `tel que déclaré, « ${idInWords(first.id)} » vient en tête avec ${formatEuros(first.amountEur)} ; après réparation, c’est ${best.name}, avec ${formatEuros(best.amountEur)}.`;
  },
  scope: () => "Marchés et concessions lus ; les sous-traitants n’y sont pas. Ce classement n’est pas un jugement.",
  source: () => procurementSource
});

function idInWords(id: string | null): string {
  return id ?? "Aucun identifiant";
}

function issueInWords(issue: string | null): string {
  return issue === null ? "Identifiant bien formé." : `${ruleName(issue)}.`;
}
