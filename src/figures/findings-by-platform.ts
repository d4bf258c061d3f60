import {heat} from "../components/heat.js";
import doubtsCount from "../indicators/doubts-count.js";
import {defineFigure} from "../lib/figure.js";
import {aboutProcurement, isDoubt} from "../lib/findings.js";
import {formatCount, formatRatio, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {procurementSource} from "./procurement.js";
import {datasetName, noContract} from "./quality.js";

interface Cell {
  platform: string;
  year: number;
  records: number;
  flagged: number;
}

interface Platforms {
  /** By platform, the one with the most records first, then by year. */
  cells: Cell[];
  /** Records of every platform and year, and how many of them carry a doubt. */
  records: number;
  flagged: number;
  platformCount: number;
}

const platformsShown = 10;
const yearsShown = 8;
/** Below, a share says little: its tile has no colour. */
const fewRecords = 10;
/** Shares at which a tile becomes darker. */
const levels = [0.05, 0.1, 0.2, 0.35, 0.5];

export default defineFigure<Platforms>({
  id: "findings-by-platform",
  tables: ["finding", "contract_source", "contract"],
  indicators: [doubtsCount],
  prepare: ({finding, contract_source: sources, contract}) => {
    const doubted = new Set(
      finding
        .filter((row) => aboutProcurement(row) && isDoubt(row))
        .map((row) => recordKey(row.source_id, row.record_number))
    );
    const years = new Map(contract.map(({contract_uid, notified_on}) => [contract_uid, notified_on]));
    const records = sources.map(({source_id, record_number, contract_uid, platform, dataset}) => ({
      platform: platform ?? `non dite (${datasetName(dataset)})`,
      year: Number(years.get(contract_uid)?.slice(0, 4) ?? 0),
      isFlagged: doubted.has(recordKey(source_id, record_number))
    }));
    const known = [...new Set(records.map(({year}) => year))].filter((year) => year > 0).toSorted((a, b) => b - a);
    const latest = known.slice(0, yearsShown);
    const platforms = Array.from(groupBy(records, ({platform}) => platform)).toSorted(
      ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)
    );
    return {
      cells: platforms.slice(0, platformsShown).flatMap(([platform, own]) =>
        Array.from(
          groupBy(own, ({year}) => year),
          ([year, rows]) => ({
            platform,
            year,
            records: rows.length,
            flagged: flaggedOf(rows)
          })
        )
          .filter(({year}) => latest.includes(year))
          .toSorted((a, b) => a.year - b.year)
      ),
      records: records.length,
      flagged: flaggedOf(records),
      platformCount: platforms.length
    };
  },
  title: ({records, flagged}) =>
    records === 0
      ? "Enregistrements douteux, par plateforme"
      : `${formatRatio(flagged / records)} des enregistrements portent au moins un doute`,
  subtitle: () =>
    "Part des enregistrements qu’au moins une règle dit faux ou douteux, par plateforme déclarée et année de notification",
  chart: ({cells}, context) => {
    if (cells.length === 0) return null;
    const all = cells.map(({year}) => year);
    const first = Math.min(...all);
    const years = Array.from({length: Math.max(...all) - first + 1}, (_, i) => first + i);
    const groups = Array.from(
      groupBy(cells, ({platform}) => platform),
      ([platform, own]) => ({
        title: platform,
        rows: [
          {
            label: "",
            tiles: years.map((year) => {
              const cell = own.find((one) => one.year === year);
              if (!cell) return {step: null};
              const share = cell.flagged / cell.records;
              return {
                step: cell.records < fewRecords ? 0 : 1 + levels.filter((level) => share >= level).length,
                label: `${Math.round(share * 100)}\u00a0%`
              };
            })
          }
        ]
      })
    );
    return heat(groups, {columns: years.map(formatYear), labelWidth: 0, rowHeight: 28}, context);
  },
  table: ({cells}) => ({
    columns: [
      {key: "platform", label: "Plateforme"},
      {key: "year", label: "Année", format: formatYear},
      {key: "flagged_share", label: "Part douteuse", format: formatRatio},
      {key: "flagged", label: "Enregistrements douteux"},
      {key: "records", label: "Enregistrements"}
    ],
    rows: cells.map(({platform, year, records, flagged}) => ({
      platform,
      year,
      flagged_share: flagged / records,
      flagged,
      records
    }))
  }),
  notes: ({platformCount}) => [
    "Une plateforme n’est pas seule responsable : elle publie ce que l’acheteur saisit, et parfois seulement une partie.",
    `Un cadre sans couleur : moins de ${fewRecords} enregistrements, la part ne dit presque rien. Le tableau donne les nombres.`,
    ...(platformCount > platformsShown
      ? [`Les ${platformsShown} plateformes qui publient le plus, sur ${formatCount(platformCount)}.`]
      : [])
  ],
  empty: noContract,
  reading: ({cells}) => {
    const first = cells[0];
    return first
      ? `en ${formatYear(first.year)}, ${formatCount(first.flagged)} enregistrements sur ${formatCount(first.records)} de « ${first.platform} » portent un doute.`
      : "aucune plateforme.";
  },
  scope: () =>
    `Enregistrements retenus des ${yearsShown} dernières années de notification. Les constats « bon à savoir » n’y sont pas.`,
  source: () => procurementSource
});

function recordKey(source: string, record: number | null): string {
  return `${source}:${record}`;
}

function flaggedOf(rows: readonly {isFlagged: boolean}[]): number {
  return rows.filter(({isFlagged}) => isFlagged).length;
}
