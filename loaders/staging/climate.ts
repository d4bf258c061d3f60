import {
  checkKeys,
  damaged,
  decimal,
  integer,
  maybeDecimal,
  maybeInteger,
  maybeText,
  oneOf,
  text,
  type CsvFile
} from "./csv.js";

/** Every status of the climate tables; only the first two are published. */
export const statuses = [
  "publie",
  "publie_via_presse",
  "publie_arrondi",
  "declare",
  "projection",
  "declaration_elu",
  "estime_presse",
  "a_verifier"
];

/** True when an official body, or the press that quotes it, printed the value. */
export const isPublished = (status: string) => statuses.indexOf(status) < 2;

/** Tonnes of carbon are not tonnes of CO₂ equivalent: that unit is known, never published. */
const toMegatonnes: Readonly<Record<string, number>> = {MtCO2e: 1, ktCO2e: 0.001, "Mt équivalent carbone": NaN};

/** Columns of `emissions_ges.csv`. */
export const emissionColumns =
  "annee,perimetre,secteur,niveau,valeur,unite,serie,statut,note,source_id,source_url".split(",");

/** Columns of the staged table. */
export const emissionTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  series: "VARCHAR",
  perimeter: "VARCHAR",
  sector: "VARCHAR",
  level: "VARCHAR",
  year: "INTEGER",
  declared_value: "VARCHAR",
  emissions_mt: "DOUBLE",
  status: "VARCHAR",
  is_published: "BOOLEAN",
  note: "VARCHAR",
  source_url: "VARCHAR"
};

/**
 * Emissions, one row per line of the table, in millions of tonnes of CO₂ equivalent (null in another unit).
 *
 * @throws {Error} On a cell of another kind, a negative emission, an unknown status or unit, two published values of one series, perimeter,
 * sector and year that differ, or sectors of the plan's series that do not add up to its total within 0.01 Mt.
 */
export function stageEmissions(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const value = decimal(file, row, "valeur");
    const factor = toMegatonnes[oneOf(file, row, "unite", Object.keys(toMegatonnes))] as number;
    const status = oneOf(file, row, "statut", statuses);
    if (value < 0) throw damaged(file, row.line, "une émission de zéro ou plus", String(value));
    if (isPublished(status) && Number.isNaN(factor))
      throw damaged(file, row.line, "une valeur publiée en CO₂ équivalent", row.cells.unite as string);
    return {
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      series: text(file, row, "serie"),
      perimeter: perimeterOf(text(file, row, "perimetre")),
      sector: text(file, row, "secteur"),
      level: text(file, row, "niveau"),
      year: integer(file, row, "annee"),
      declared_value: row.cells.valeur as string,
      emissions_mt: Number.isNaN(factor) ? null : factor === 1 ? value : Math.round(value * factor * 1e9) / 1e9,
      status,
      is_published: isPublished(status),
      note: maybeText(row, "note"),
      source_url: text(file, row, "source_url")
    };
  });
  const published = rows.filter((row) => row.is_published);
  const seen = new Map<string, (typeof published)[number]>();
  for (const row of published) {
    const key = [row.series, row.perimeter, row.sector, row.year].join(", ");
    const first = seen.get(key) ?? row;
    if (first.emissions_mt !== row.emissions_mt)
      throw damaged(
        file,
        row.line,
        `${first.declared_value} comme en ligne ${first.line} (${key})`,
        row.declared_value
      );
    seen.set(key, first);
  }
  for (const total of published.filter((row) => row.series.startsWith("plan2024_") && row.level === "total"))
    checkSum(file, total, published);
  return rows;
}

type Emission = ReturnType<typeof stageEmissions>[number];

function checkSum(file: CsvFile, total: Emission, rows: readonly Emission[]): void {
  const sectors = rows.filter((r) => r.series === total.series && r.year === total.year && r.level === "secteur");
  if (sectors.length === 0) return;
  const sum = sectors.reduce((mt, row) => mt + (row.emissions_mt ?? 0), 0);
  if (Math.abs(sum - (total.emissions_mt ?? 0)) > 0.01 + 1e-9)
    throw damaged(file, total.line, `la somme des secteurs, ${sum.toFixed(2)} Mt à 0,01 près`, total.declared_value);
}

/** Columns of `objectifs.csv`. */
export const targetColumns = (
  "plan,domaine,indicateur,perimetre,annee_reference,valeur_reference,annee_cible,valeur_cible,unite,sens,statut,note," +
  "source_id,source_url"
).split(",");

/** Columns of the staged table. */
export const targetTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  plan: "VARCHAR",
  domain: "VARCHAR",
  indicator: "VARCHAR",
  perimeter: "VARCHAR",
  baseline_year: "INTEGER",
  baseline_value: "DOUBLE",
  target_year: "INTEGER",
  target_value: "DOUBLE",
  unit: "VARCHAR",
  status: "VARCHAR",
  is_published: "BOOLEAN",
  note: "VARCHAR",
  source_url: "VARCHAR"
};

/**
 * Targets of the climate plans, one row per line; `target_year` is null where the plan prints none.
 *
 * @throws {Error} On a cell of another kind, an unknown status or direction, a target before its base year, or a published
 * target met twice.
 */
export function stageTargets(file: CsvFile) {
  const rows = file.rows.map((row) => {
    const status = oneOf(file, row, "statut", statuses);
    oneOf(file, row, "sens", ["baisse", "hausse"]);
    return {
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      plan: text(file, row, "plan"),
      domain: text(file, row, "domaine"),
      indicator: text(file, row, "indicateur"),
      perimeter: perimeterOf(text(file, row, "perimetre")),
      baseline_year: maybeInteger(file, row, "annee_reference"),
      baseline_value: maybeDecimal(file, row, "valeur_reference"),
      target_year: maybeInteger(file, row, "annee_cible"),
      target_value: decimal(file, row, "valeur_cible"),
      unit: text(file, row, "unite"),
      status,
      is_published: isPublished(status),
      note: maybeText(row, "note"),
      source_url: text(file, row, "source_url")
    };
  });
  for (const {line, baseline_year, target_year} of rows)
    if (baseline_year !== null && target_year !== null && target_year < baseline_year)
      throw damaged(file, line, `une année visée après l’année de référence ${baseline_year}`, String(target_year));
  checkKeys(
    file,
    rows.filter((row) => row.is_published),
    (row) => [row.plan, row.indicator, row.perimeter, row.target_year, row.unit].join(", ")
  );
  return rows;
}

/** The published word for the perimeter of a carbon footprint; other perimeters keep the source's word. */
function perimeterOf(declared: string): string {
  return declared === "empreinte carbone" ? "empreinte" : declared;
}
