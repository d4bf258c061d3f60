import {ranking} from "../components/ranking.js";
import distinctSuppliers from "../indicators/distinct-suppliers.js";
import topTenShare from "../indicators/top-ten-share.js";
import {correctionsState} from "../lib/corrections.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatEuros, formatEurosExact, formatRatio, formatSiren} from "../lib/format.js";
import {measure} from "../lib/indicator.js";
import {sumEuros} from "../lib/money.js";
import {colors} from "../lib/palette.js";
import {divisionSlice, inDivision} from "./division.js";
import {counted, noAward, procurementSource} from "./procurement.js";
import {namesOf, rankSuppliers, supplierName, supplierPage} from "./suppliers.js";

interface Supplier {
  siren: string;
  name: string;
  awards: number;
  amountEur: number;
}

interface Suppliers {
  top: Supplier[];
  share: number | null;
  count: number;
  unknown: {awards: number; amountEur: number};
  isDeclared: boolean;
}

export default defineFigure<Suppliers>({
  id: "top-suppliers",
  tables: ["award_supplier", "supplier"],
  indicators: [topTenShare, distinctSuppliers],
  obeysCorrections: true,
  slice: divisionSlice,
  prepare: (tables, params) => {
    const {award_supplier: links, supplier} = inDivision(tables, params);
    const names = namesOf(supplier);
    const ranked = rankSuppliers(links);
    const unknown = links.filter(({supplier_siren}) => supplier_siren === null);
    return {
      top: ranked
        .flatMap(({siren, ...rest}) =>
          siren === null ? [] : [{siren, name: supplierName(siren, names.get(siren)), ...rest}]
        )
        .slice(0, 10),
      share: measure(topTenShare, links).value,
      count: measure(distinctSuppliers, links).value ?? 0,
      unknown: {awards: unknown.length, amountEur: sumEuros(unknown.map(({amount_eur}) => amount_eur ?? 0))},
      isDeclared: correctionsState(params) === "sans"
    };
  },
  title: ({share, count, isDeclared}) =>
    share === null || count <= 10
      ? `Titulaires au plus gros montant ${isDeclared ? "déclaré" : "attribué"}`
      : isDeclared
        ? `Dix identifiants concentrent ${formatRatio(share)} du montant déclaré`
        : `Dix titulaires concentrent ${formatRatio(share)} du montant attribué`,
  subtitle: ({top, isDeclared}) =>
    isDeclared
      ? `Les ${top.length} premiers identifiants de titulaires par montant déclaré hors taxes, sur toute la période lue`
      : `Les ${top.length} premiers titulaires par montant corrigé hors taxes, par numéro SIREN, sur toute la période lue`,
  bigNumbers: ({share, count, isDeclared}) =>
    share === null
      ? []
      : [
          {
            label: `Part des dix premiers ${isDeclared ? "identifiants" : "titulaires"}`,
            value: formatRatio(share),
            comparison: `sur ${isDeclared ? counted(count, "identifiant déclaré", "identifiants déclarés") : counted(count, "titulaire identifié", "titulaires identifiés")}`
          }
        ],
  chart: ({top, isDeclared}, context) =>
    top.length === 0
      ? null
      : ranking(
          top.map(({name, amountEur, awards}) => ({
            name,
            to: amountEur,
            color: colors.supplier,
            label: formatEuros(amountEur),
            title: `${name} : ${formatEuros(amountEur)}, ${countedRows(awards, isDeclared)}`
          })),
          context
        ),
  table: ({top, isDeclared}) => ({
    columns: [
      {
        key: "supplier",
        label: "Titulaire",
        href: ({supplier_siren}) => (isDeclared ? null : supplierPage(String(supplier_siren)))
      },
      {
        key: "amount_eur",
        label: `Montant ${isDeclared ? "déclaré" : "corrigé"}, € hors taxes`,
        format: formatEurosExact
      },
      {key: "awards", label: isDeclared ? "Enregistrements" : "Attributions"},
      {key: "supplier_siren", label: isDeclared ? "Identifiant déclaré" : "SIREN", format: formatSiren}
    ],
    rows: top.map(({siren, name, amountEur, awards}) => ({
      supplier: name,
      amount_eur: amountEur,
      awards,
      supplier_siren: siren
    }))
  }),
  notes: ({unknown, isDeclared}) => [
    "Un marché à plusieurs titulaires est réparti à parts égales : la source ne dit pas le partage réel. Ce classement n’est pas un jugement.",
    "Le nom n’est montré que si le registre donne au titulaire la forme d’une personne morale, ou si le nom porte une forme juridique ; les autres titulaires, dont les personnes physiques, restent un numéro.",
    ...(unknown.awards > 0
      ? [
          `Titulaires sans ${isDeclared ? "identifiant" : "SIREN lisible"} : ${countedRows(unknown.awards, isDeclared)}, ${formatEuros(unknown.amountEur)}. Ils ne sont pas classés.`
        ]
      : [])
  ],
  empty: noAward,
  reading: ({top, isDeclared}) => {
    const first = top[0];
    return first
      ? `${first.name} est titulaire ou cotitulaire de ${countedRows(first.awards, isDeclared)}, pour ${formatEuros(first.amountEur)}.`
      : "aucun titulaire identifié.";
  },
  scope: ({count}) => `${formatCount(count)} titulaires identifiés par un SIREN ; les sous-traitants n’y sont pas.`,
  source: () => procurementSource
});

/** What a supplier is counted in: awards once repaired, records as declared. */
function countedRows(count: number, isDeclared: boolean): string {
  return isDeclared
    ? counted(count, "enregistrement", "enregistrements")
    : counted(count, "attribution", "attributions");
}
