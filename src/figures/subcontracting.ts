import subcontractedShare from "../indicators/subcontracted-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";

interface Subcontracting {
  years: {year: number; marches: number; silent: number; byDefault: number; withAct: number; share: number | null}[];
  share: number | null;
  acts: number;
  byDefault: number;
  period: string;
}

export default defineFigure<Subcontracting>({
  id: "subcontracting",
  tables: ["award"],
  indicators: [subcontractedShare],
  prepare: ({award}) => {
    const marches = award.filter(({kind}) => kind === "marche");
    const all = measure(subcontractedShare, marches);
    return {
      years: Array.from(groupBy(marches, ({year}) => year))
        .flatMap(([year, rows]) => {
          const {value, leftOut} = measure(subcontractedShare, rows);
          const withAct = rows.filter(({subcontract_count}) => subcontract_count > 0).length;
          const silent = (leftOut["not-asked"] ?? 0) + (leftOut.unanswered ?? 0);
          return year === null
            ? []
            : [{year, marches: rows.length, silent, byDefault: leftOut.default ?? 0, withAct, share: value}];
        })
        .toSorted((a, b) => a.year - b.year),
      share: all.value,
      acts: marches.reduce((sum, {subcontract_count}) => sum + subcontract_count, 0),
      byDefault: all.leftOut.default ?? 0,
      period: periodOf(award)
    };
  },
  title: ({share, byDefault}) => {
    if (share !== null) return `${formatRatio(share)} des marchés qui répondent ont une sous-traitance déclarée`;
    return byDefault > 0 ? "La sous-traitance ne se mesure pas : la même réponse partout" : "Sous-traitance déclarée";
  },
  subtitle: ({period}) =>
    `Marchés selon ce que leur source dit de la sous-traitance, par année de notification, ${period}`,
  sentence: ({acts, share}) => {
    const published =
      acts === 0
        ? "Aucun acte de sous-traitance n’est publié"
        : `${counted(acts, "acte de sous-traitance est publié", "actes de sous-traitance sont publiés")}`;
    return share === null
      ? `${published}, et la case « sous-traitance déclarée » ne distingue pas les marchés : on ne peut rien en conclure.`
      : `${published} ; c’est un minimum.`;
  },
  table: ({years}) => ({
    columns: [
      {key: "year", label: "Année", format: formatYear},
      {key: "with_act", label: "Avec un acte publié"},
      {key: "by_default", label: "Valeur par défaut : non répondu"},
      {key: "silent", label: "Sans réponse ou non demandé"},
      {key: "awards", label: "Marchés"},
      {key: "share", label: "Part à sous-traitance déclarée", format: formatRatio, missing: "ne se calcule pas"}
    ],
    rows: years.map(({year, marches, silent, byDefault, withAct, share}) => ({
      year,
      with_act: withAct,
      by_default: byDefault,
      silent,
      awards: marches,
      share
    }))
  }),
  notes: () => [
    "Une plateforme qui répond « non » à plus de 99 % des marchés n’a pas répondu : elle a laissé la case telle quelle.",
    "Un acte accepté après la publication du marché n’est vu que si la donnée est publiée de nouveau."
  ],
  empty: noAward,
  reading: ({years}) => {
    const last = years.at(-1);
    return last
      ? `en ${formatYear(last.year)}, ${counted(last.withAct, "marché a", "marchés ont")} un acte publié, sur ${counted(last.marches, "marché", "marchés")}.`
      : "aucune année.";
  },
  scope: () =>
    "Marchés comptés une fois par attribution ; sans les concessions. Seul le premier rang de sous-traitance est demandé.",
  source: () => procurementSource
});
