import {legend, type LegendItem} from "../components/legend.js";
import {shares} from "../components/shares.js";
import {stack} from "../components/stack.js";
import newSuppliersAmountShare from "../indicators/new-suppliers-amount-share.js";
import newSuppliersAwardsShare from "../indicators/new-suppliers-awards-share.js";
import newSuppliersShare from "../indicators/new-suppliers-share.js";
import supplierRetention from "../indicators/supplier-retention.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {lookBackYears, noveltyOf, type Novelty} from "../lib/metrics/renewal.js";
import {colors} from "../lib/palette.js";
import type {Row} from "../lib/schema.js";
import {fewestToChart} from "../lib/slices.js";
import {counted, noAward, procurementSource} from "./procurement.js";

interface Year {
  year: number;
  suppliers: number;
  known: number;
  fresh: number;
  unknowable: number;
  awardsShare: number | null;
  amountShare: number | null;
  /** Share of this year's suppliers that come back the year after. */
  retained: number | null;
}

interface Renewal {
  years: Year[];
  share: number | null;
}

const looks: readonly LegendItem[] = [
  {name: `déjà titulaire dans les ${lookBackYears} années d’avant`, color: colors.known},
  {name: "nouveau", color: colors.fresh},
  {name: "on ne peut pas savoir", color: colors.rule}
];

export default defineFigure<Renewal>({
  id: "renewal-by-year",
  tables: ["award_supplier"],
  indicators: [newSuppliersShare, newSuppliersAwardsShare, newSuppliersAmountShare, supplierRetention],
  prepare: ({award_supplier: links}) => ({
    years: Array.from(
      groupBy(
        links.filter(({supplier_siren}) => supplier_siren !== null),
        ({year}) => year
      )
    )
      .flatMap(([year, rows]) => (year === null ? [] : [yearOf(year, rows)]))
      .toSorted((a, b) => a.year - b.year),
    share: measure(newSuppliersShare, links).value
  }),
  title: ({years}) => {
    const last = latestOf(years);
    if (!last) return "Nouveaux titulaires, année par année";
    const [least, most] = [last.fresh / last.suppliers, (last.fresh + last.unknowable) / last.suppliers];
    if (last.unknowable === 0) return `${formatRatio(least)} de nouveaux titulaires en ${formatYear(last.year)}`;
    return last.known === 0
      ? "Trop peu d’années publiées pour dire qui est nouveau"
      : `En ${formatYear(last.year)}, au plus ${formatRatio(most)} de nouveaux titulaires`;
  },
  subtitle: () =>
    `Titulaires (SIREN) de chaque année : déjà vus chez le même acheteur dans les ${lookBackYears} années civiles d’avant, nouveaux, ou impossibles à dire faute de données`,
  chart: ({years}, context) => {
    const charted = years.filter(({suppliers}) => suppliers >= fewestToChart);
    if (charted.length === 0) return null;
    const bars = charted.map((year) => ({
      name: `${formatYear(year.year)} · ${counted(year.suppliers, "titulaire", "titulaires")}`,
      parts: [
        {share: year.known / year.suppliers, color: colors.known},
        {share: year.fresh / year.suppliers, color: colors.fresh}
      ],
      label: year.unknowable === 0 ? formatRatio(year.fresh / year.suppliers) : "",
      title: `${formatYear(year.year)} : ${formatCount(year.known)} déjà vus, ${formatCount(year.fresh)} nouveaux, ${formatCount(year.unknowable)} impossibles à dire`
    }));
    return stack(
      [
        {title: "", svg: legend(looks, context)},
        {title: "", svg: shares(bars, context)}
      ],
      context
    );
  },
  table: ({years}) => {
    const share = (key: string, label: string) => ({key, label, format: formatRatio, missing: "non calculable"});
    return {
      columns: [
        {key: "year", label: "Année", format: formatYear},
        {key: "suppliers", label: "Titulaires"},
        {key: "known", label: "Déjà vus"},
        {key: "new", label: "Nouveaux"},
        {key: "unknowable", label: "Impossible à dire"},
        share("new_share", "Part de nouveaux"),
        share("new_awards_share", "Part des attributions"),
        share("new_amount_share", "Part du montant"),
        share("retained_share", "Retrouvés l’année suivante")
      ],
      rows: years.map(({year, suppliers, known, fresh, unknowable, awardsShare, amountShare, retained}) => ({
        year,
        suppliers,
        known,
        new: fresh,
        unknowable,
        new_share: unknowable === 0 ? fresh / suppliers : null,
        new_awards_share: awardsShare,
        new_amount_share: amountShare,
        retained_share: retained
      }))
    };
  },
  notes: ({years, share}) => {
    const kept = latestOf(years.filter(({retained}) => retained !== null));
    return [
      ...(share === null
        ? [
            `Aucune année n’a ${lookBackYears} années publiées sans trou avant elle : un titulaire jamais vu peut avoir travaillé avant pour le même acheteur. Aucune part de nouveaux n’est donc donnée.`
          ]
        : [
            `La part de nouveaux n’est donnée que pour les années dont les ${lookBackYears} précédentes sont publiées sans trou.`
          ]),
      ...(kept
        ? [
            `${formatRatio(kept.retained ?? 0)} des titulaires de ${formatYear(kept.year)} reçoivent encore un marché l’année suivante. Un marché de plusieurs années n’est pas attribué de nouveau : ne pas être retrouvé n’est pas avoir perdu.`
          ]
        : []),
      "Un marché sous le seuil de publication ne se voit pas ; une entreprise qui change de SIREN passe pour nouvelle. Les plafonds d’accords-cadres comptent en entier dans la part du montant."
    ];
  },
  empty: noAward,
  reading: ({years}) => {
    const last = latestOf(years);
    return last
      ? `sur ${counted(last.suppliers, "titulaire", "titulaires")} de ${formatYear(last.year)}, ${formatCount(last.known)} avaient déjà reçu un marché publié du même acheteur.`
      : "aucune année n’a assez de titulaires.";
  },
  scope: () => "Titulaires identifiés par un SIREN, dans l’année de notification de leurs attributions.",
  source: () => procurementSource
});

function yearOf(year: number, rows: readonly Row<"award_supplier">[]): Year {
  const suppliers = [...groupBy(rows, ({supplier_siren}) => supplier_siren).values()];
  const novelties = suppliers.map((own): Novelty => {
    const all = own.map((row) => noveltyOf(row));
    return all.includes("new") ? "new" : all.includes("unknowable") ? "unknowable" : "known";
  });
  const count = (wanted: Novelty) => novelties.filter((novelty) => novelty === wanted).length;
  return {
    year,
    suppliers: suppliers.length,
    known: count("known"),
    fresh: count("new"),
    unknowable: count("unknowable"),
    awardsShare: measure(newSuppliersAwardsShare, rows).value,
    amountShare: measure(newSuppliersAmountShare, rows).value,
    retained: measure(supplierRetention, rows).value
  };
}

/** The last year with enough suppliers to be charted. */
function latestOf(years: readonly Year[]): Year | undefined {
  return years.findLast(({suppliers}) => suppliers >= fewestToChart);
}
