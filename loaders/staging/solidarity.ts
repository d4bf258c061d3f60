import type {DuckDBConnection} from "@duckdb/node-api";
import {createTableOf} from "../duckdb.js";
import type {CsvFile} from "./csv.js";
import {nightAreaColumns, nightAreaTable, stageNightAreas} from "./night-area.js";
import {
  nightBreakColumns,
  nightBreakTable,
  nightCountColumns,
  nightCountTable,
  stageNightBreaks,
  stageNightCounts
} from "./night-count.js";
import {
  nightOpenDataColumns,
  nightOpenDataTable,
  openDataListColumns,
  openDataListTable,
  stageNightOpenData,
  stageOpenDataList
} from "./night-open-data.js";
import {nightPlaceColumns, nightPlaceTable, stageNightPlaces} from "./night-place.js";
import {nightProfileColumns, nightProfileTable, stageNightProfiles} from "./night-profile.js";
import {
  fabriqueColumns,
  fabriqueTable,
  nightFigureColumns,
  nightFigureTable,
  shelterColumns,
  shelterTable,
  stageFabrique,
  stageNightFigures,
  stageShelter
} from "./published-figure.js";

/** Every table that {@link stageSolidarity} makes; each counts the rows of its files. */
export const solidarityStages = [
  "staged_night_count",
  "night_breaks",
  "staged_night_place",
  "staged_night_area",
  "staged_night_profile",
  "staged_night_figure",
  "staged_shelter",
  "staged_fabrique",
  "staged_night_open_data",
  "staged_open_data_list"
];

/**
 * Stages the reference tables about people met at night, shelter and the Fabrique.
 *
 * @param read Gives the files of a data set, read strictly with these columns.
 * @throws {Error} On a damaged table, naming its file and line.
 */
export async function stageSolidarity(
  db: DuckDBConnection,
  read: (dataset: string, columns: readonly string[]) => CsvFile[]
): Promise<void> {
  const nights = read("nuit-solidarite", nightCountColumns).flatMap(stageNightCounts);
  const tables: [name: string, columns: Readonly<Record<string, string>>, rows: readonly object[]][] = [
    ["staged_night_count", nightCountTable, nights],
    ["night_breaks", nightBreakTable, read("nuit-ruptures", nightBreakColumns).flatMap(stageNightBreaks)],
    [
      "staged_night_place",
      nightPlaceTable,
      read("nuit-lieux", nightPlaceColumns).flatMap((file) => stageNightPlaces(file, nights))
    ],
    ["staged_night_area", nightAreaTable, read("nuit-arrondissements", nightAreaColumns).flatMap(stageNightAreas)],
    [
      "staged_night_profile",
      nightProfileTable,
      read("nuit-profils", nightProfileColumns).flatMap((file) => stageNightProfiles(file, nights))
    ],
    [
      "staged_night_figure",
      nightFigureTable,
      read("nuit-chiffres", nightFigureColumns).flatMap((file) => stageNightFigures(file, nights))
    ],
    ["staged_shelter", shelterTable, read("hebergement", shelterColumns).flatMap(stageShelter)],
    ["staged_fabrique", fabriqueTable, read("fabrique-solidarite", fabriqueColumns).flatMap(stageFabrique)],
    [
      "staged_night_open_data",
      nightOpenDataTable,
      read("nuit-jeu-ouvert", nightOpenDataColumns).flatMap(stageNightOpenData)
    ],
    ["staged_open_data_list", openDataListTable, read("jeux-ouverts", openDataListColumns).flatMap(stageOpenDataList)]
  ];
  for (const [name, columns, rows] of tables) await createTableOf(db, name, columns, rows);
}
