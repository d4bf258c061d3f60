import {shares} from "../components/shares.js";
import carbonBudgetUsed from "../indicators/carbon-budget-used.js";
import {defineFigure} from "../lib/figure.js";
import {formatMegatonnes, formatRatio, formatYear} from "../lib/format.js";
import {latestBudget, type BudgetUse, type CarbonBudget} from "../lib/metrics/carbon-budget.js";
import {colors} from "../lib/palette.js";

interface Budget {
  read: {budget: CarbonBudget; use: BudgetUse; throughYear: number; notes: string[]; sourceUrl: string} | null;
  /** Year of the data build: what a reader calls today. */
  today: number;
}

export default defineFigure<Budget>({
  id: "carbon-budget",
  tables: ["carbon_budget"],
  indicators: [carbonBudgetUsed],
  prepare: ({carbon_budget: rows}, _params, {generated_at}) => {
    const latest = latestBudget(rows.filter(({is_published}) => is_published));
    return {
      read: latest && {
        budget: latest.budget,
        use: latest.use,
        throughYear: latest.throughYear,
        notes: [latest.row.note, latest.leftRow.note].flatMap((note) => note ?? []),
        sourceUrl: latest.row.source_url
      },
      today: Number(generated_at.slice(0, 4))
    };
  },
  title: ({read}) =>
    read
      ? `Budget carbone : ${formatRatio(read.use.usedShare)} utilisés en ${formatRatio(read.use.timeShare)} du temps`
      : "Budget carbone des émissions locales",
  subtitle: ({read}) =>
    read
      ? `Émissions locales, ${formatMegatonnes(read.budget.envelope)} équivalent CO₂ à ne pas dépasser de ${span(read.budget)}, état à la fin de ${formatYear(read.throughYear)}`
      : "Émissions locales à ne pas dépasser, millions de tonnes équivalent CO₂",
  sentence: ({read}) => {
    if (!read) return "Aucun budget carbone n’est publié avec ce qui en reste.";
    const {usedPerYear, leftPerYear} = read.use;
    const pace = `Jusqu’à la fin de ${formatYear(read.throughYear)}, Paris a émis ${formatMegatonnes(usedPerYear)} par an`;
    return leftPerYear === null ? `${pace}.` : `${pace} ; pour tenir, il faut ${formatMegatonnes(leftPerYear)} par an.`;
  },
  bigNumbers: ({read}) =>
    read
      ? [
          {
            label: "Budget utilisé",
            value: formatMegatonnes(read.use.used),
            comparison: `${formatRatio(read.use.usedShare)} de ${formatMegatonnes(read.budget.envelope)}`
          },
          {
            label: "Reste",
            value: formatMegatonnes(read.use.left),
            comparison: `${formatRatio(1 - read.use.usedShare)} du budget`
          },
          {
            label: "Temps restant",
            value: `${read.use.yearsLeft}\u00a0an${read.use.yearsLeft > 1 ? "s" : ""}`,
            comparison: `après ${formatYear(read.throughYear)}, jusqu’à la fin de ${formatYear(read.budget.lastYear)}`
          }
        ]
      : [],
  chart: ({read}, context) =>
    read
      ? shares(
          [
            {
              name: "Budget utilisé",
              parts: [{share: Math.min(1, read.use.usedShare), color: colors.territory}],
              label: formatRatio(read.use.usedShare),
              title: `${formatMegatonnes(read.use.used)} sur ${formatMegatonnes(read.budget.envelope)}`
            },
            {
              name: "Temps passé",
              parts: [{share: read.use.timeShare, color: colors.target}],
              label: formatRatio(read.use.timeShare),
              title: `${read.use.yearsPassed} ans sur ${read.use.yearsPassed + read.use.yearsLeft}`
            }
          ],
          context
        )
      : null,
  table: ({read}) => ({
    columns: [
      {key: "what", label: "Montant"},
      {key: "years", label: "Années"},
      {key: "value_mt", label: "Millions de tonnes équivalent CO₂", format: formatMegatonnes},
      {key: "kind", label: "Nature"}
    ],
    rows: read
      ? [
          {what: "Budget", years: span(read.budget), value_mt: read.budget.envelope, kind: "publié"},
          {
            what: "Reste à ne pas dépasser",
            years: `${formatYear(read.throughYear + 1)} à ${formatYear(read.budget.lastYear)}`,
            value_mt: read.use.left,
            kind: "publié"
          },
          {
            what: "Utilisé",
            years: `${formatYear(read.budget.firstYear)} à ${formatYear(read.throughYear)}`,
            value_mt: read.use.used,
            kind: "déduit : budget − reste"
          }
        ]
      : []
  }),
  notes: ({read, today}) =>
    read
      ? [
          ...read.notes.map((note) => `Le document ajoute : ${note}.`),
          ...(today > read.throughYear + 1
            ? [`Rien n’est publié depuis : l’état à la fin de ${formatYear(today - 1)} n’est pas connu.`]
            : []),
          "Le budget se compare au temps qui passe ; il vaut aussi pour un secteur dont la cible est zéro."
        ]
      : [],
  empty: "Aucun budget carbone dans ces données.",
  reading: ({read}) =>
    read
      ? `à la fin de ${formatYear(read.throughYear)}, ${formatMegatonnes(read.use.used)} des ${formatMegatonnes(read.budget.envelope)} étaient émises.`
      : "aucun budget.",
  scope: () =>
    "Émissions locales : logements, bureaux et commerces, industrie, transports dans Paris sans l’avion, déchets. Statut : publié par la Ville.",
  source: ({read}) => [{label: "Ville de Paris, Contrat de ville climatique, avril 2025", url: read?.sourceUrl ?? ""}]
});

function span({firstYear, lastYear}: CarbonBudget): string {
  return `${formatYear(firstYear)} à ${formatYear(lastYear)}`;
}
