import {stack} from "../components/stack.js";
import {defineFigure, type Figure} from "../lib/figure.js";
import {formatRatio, formatYear} from "../lib/format.js";
import {measure, type AnyIndicator} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {counted, noAward, periodOf, procurementSource} from "./procurement.js";
import {byYear, fewNote, latestOf, yearPanel, type YearValue} from "./yearly.js";

/** The national census counts contracts from this amount on, euros excluding tax. */
const censusFloorEur = 90_000;

/** A published share and the population that it counts. */
interface Yardstick {
  words: string;
  source: {label: string; url: string};
}

/** Shares of the national census of public contracts, and the aim of the national plan. */
export const census = {
  social: {
    words:
      "Repères nationaux : 18,7 % des marchés de 90 000 € ou plus avaient une clause sociale en 2023 (22,3 % en 2022), 12,7 % chez les collectivités territoriales, d’après le recensement de l’OECP ; le plan national pour des achats durables vise 30 % en 2025.",
    source: {
      label: "OECP, recensement 2023, par Le Moniteur",
      url: "https://www.lemoniteur.fr/article/marches-publics-les-clauses-sociales-et-environnementales-en-leger-repli-en-2023.2338046"
    }
  },
  environmental: {
    words:
      "Repères nationaux : 29,2 % des marchés de 90 000 € ou plus avaient une clause environnementale en 2022, d’après le recensement de l’OECP ; le plan national pour des achats durables vise tous les marchés en 2025, clause ou critère.",
    source: {
      label: "OECP, recensement 2022, par Le Moniteur",
      url: "https://www.lemoniteur.fr/article/marches-publics-les-clauses-sociales-et-environnementales-en-hausse-en-2022.2321210"
    }
  }
} as const satisfies Record<string, Yardstick>;

interface Considerations {
  series: {name: string; years: YearValue[]; value: number | null; used: number}[];
  /** The first indicator over awards of at least 90,000 €. */
  aboveFloor: {value: number | null; used: number};
  period: string;
}

interface ConsiderationsOptions {
  id: string;
  indicators: readonly [AnyIndicator, ...AnyIndicator[]];
  color: string;
  /** What the first indicator counts, after "x % des marchés qui répondent". */
  finding: string;
  neutral: string;
  subject: string;
  yardstick: Yardstick;
}

/** A figure of the shares of one kind of considerations, year by year, among the awards that answer. */
export function considerationsFigure({
  id,
  indicators,
  color,
  finding,
  neutral,
  subject,
  yardstick
}: ConsiderationsOptions): Figure<Considerations> {
  return defineFigure<Considerations>({
    id,
    tables: ["award"],
    indicators,
    obeysCorrections: true,
    prepare: ({award}) => ({
      series: indicators.map((indicator) => {
        const {value, used} = measure(indicator, award);
        return {name: indicator.name, years: byYear(indicator, award), value, used};
      }),
      aboveFloor: aboveFloor(indicators[0], award),
      period: periodOf(award)
    }),
    title: ({series}) => {
      const value = series[0]?.value ?? null;
      return value === null ? neutral : `${formatRatio(value)} des marchés qui répondent ${finding}`;
    },
    subtitle: ({period}) => `${subject}, parmi les attributions qui répondent, par année de notification, ${period}`,
    bigNumbers: ({series, aboveFloor: {value, used}}) => [
      ...series.flatMap(({name, value: share, used: answers}) =>
        share === null
          ? []
          : [{label: name, value: formatRatio(share), comparison: `de ${counted(answers, "réponse", "réponses")}`}]
      ),
      ...(value === null
        ? []
        : [
            {
              label: `${indicators[0].name}, 90 000 € ou plus`,
              value: formatRatio(value),
              comparison: `de ${counted(used, "réponse", "réponses")}, le seuil du recensement national`
            }
          ])
    ],
    chart: ({series}, context) =>
      series.every(({years}) => years.length === 0)
        ? null
        : stack(
            series.map(({name, years}, i) => yearPanel(name, indicators[i] ?? indicators[0], years, {color}, context)),
            context
          ),
    table: ({series}) => ({
      columns: [
        {key: "year", label: "Année", format: formatYear},
        ...series.map(({name}, i) => ({
          key: `share_${i + 1}`,
          label: name,
          format: formatRatio,
          missing: "pas de réponse"
        })),
        {key: "answers", label: "Attributions qui répondent"},
        {key: "answered_share", label: "Part qui répond", format: formatRatio, missing: "–"}
      ],
      rows: (series[0]?.years ?? []).map(({year, used, coverage}, at) => ({
        year,
        ...Object.fromEntries(series.map(({years}, i) => [`share_${i + 1}`, years[at]?.value ?? null])),
        answers: used,
        answered_share: coverage
      }))
    }),
    notes: ({series}) => [
      ...series
        .filter(({value, used}) => value === 0 && used >= 100)
        .map(
          ({name, used}) =>
            `« ${name} » : pas une fois sur ${counted(used, "réponse", "réponses")}. Soit personne n’en met, soit la plateforme ne propose pas ce choix ; la donnée ne permet pas de trancher.`
        ),
      "La part compte ce qui est déclaré. Une clause écrite n’est pas une clause tenue.",
      yardstick.words,
      "Le recensement compte les marchés de 90 000 € ou plus de tous les acheteurs, déclarés par eux ; les nombres d’ici comptent aussi les plus petits, et ces seuls fichiers.",
      fewNote
    ],
    empty: noAward,
    reading: ({series}) => {
      const first = series[0];
      const last = first ? latestOf(first.years) : null;
      return last
        ? `en ${formatYear(last.year)}, ${formatRatio(last.value)} des ${counted(last.used, "attribution qui répond", "attributions qui répondent")} ${finding}.`
        : "aucune année n’a assez de réponses.";
    },
    scope: () =>
      "Marchés et concessions qui répondent au champ, comptés une fois par attribution ; « pas de considération » est une réponse, une case vide n’en est pas une.",
    source: () => [...procurementSource, yardstick.source]
  });
}

function aboveFloor(indicator: AnyIndicator, award: readonly Row<"award">[]): {value: number | null; used: number} {
  const large = award.filter(({kind, amount_eur}) => kind === "marche" && (amount_eur ?? 0) >= censusFloorEur);
  const {value, used} = measure(indicator, large);
  return {value, used};
}
