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

interface Stage {
  /** Name of the staged table. */
  name: string;
  /** As in the catalogue. */
  dataset: string;
  columns: readonly string[];
  staged: Readonly<Record<string, string>>;
  /** `nights` are the staged counts, which others are checked against. */
  stage: (file: CsvFile, nights: ReturnType<typeof stageNightCounts>) => object[];
}

/** The tables about people met at night, shelter and the Fabrique, each of one data set; each counts the rows of its files. */
export const solidarityStages: readonly Stage[] = [
  {
    name: "staged_night_count",
    dataset: "nuit-solidarite",
    columns: nightCountColumns,
    staged: nightCountTable,
    stage: stageNightCounts
  },
  {
    name: "night_breaks",
    dataset: "nuit-ruptures",
    columns: nightBreakColumns,
    staged: nightBreakTable,
    stage: stageNightBreaks
  },
  {
    name: "staged_night_place",
    dataset: "nuit-lieux",
    columns: nightPlaceColumns,
    staged: nightPlaceTable,
    stage: stageNightPlaces
  },
  {
    name: "staged_night_area",
    dataset: "nuit-arrondissements",
    columns: nightAreaColumns,
    staged: nightAreaTable,
    stage: stageNightAreas
  },
  {
    name: "staged_night_profile",
    dataset: "nuit-profils",
    columns: nightProfileColumns,
    staged: nightProfileTable,
    stage: stageNightProfiles
  },
  {
    name: "staged_night_figure",
    dataset: "nuit-chiffres",
    columns: nightFigureColumns,
    staged: nightFigureTable,
    stage: stageNightFigures
  },
  {name: "staged_shelter", dataset: "hebergement", columns: shelterColumns, staged: shelterTable, stage: stageShelter},
  {
    name: "staged_fabrique",
    dataset: "fabrique-solidarite",
    columns: fabriqueColumns,
    staged: fabriqueTable,
    stage: stageFabrique
  },
  {
    name: "staged_night_open_data",
    dataset: "nuit-jeu-ouvert",
    columns: nightOpenDataColumns,
    staged: nightOpenDataTable,
    stage: stageNightOpenData
  },
  {
    name: "staged_open_data_list",
    dataset: "jeux-ouverts",
    columns: openDataListColumns,
    staged: openDataListTable,
    stage: stageOpenDataList
  }
];
