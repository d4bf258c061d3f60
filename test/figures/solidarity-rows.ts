import {readCsv} from "../../loaders/staging/csv.js";
import {nightAreaColumns, stageNightAreas} from "../../loaders/staging/night-area.js";
import {
  nightBreakColumns,
  nightCountColumns,
  stageNightBreaks,
  stageNightCounts
} from "../../loaders/staging/night-count.js";
import {nightPlaceColumns, stageNightPlaces} from "../../loaders/staging/night-place.js";
import {nightProfileColumns, stageNightProfiles} from "../../loaders/staging/night-profile.js";
import {
  fabriqueColumns,
  nightFigureColumns,
  shelterColumns,
  stageFabrique,
  stageNightFigures,
  stageShelter
} from "../../loaders/staging/published-figure.js";
import type {Tables} from "../../src/lib/schema.js";

const read = (name: string, columns: readonly string[]) =>
  readCsv(`data/reference/solidarite/${name}.csv`, `${name}.csv`, "0123456789ab", columns);

const nights = stageNightCounts(read("nuit_solidarite_totaux", nightCountColumns));
const breaks = stageNightBreaks(read("ruptures", nightBreakColumns));
const shown = <R extends {people_count: number | null; mask: string | null}>(row: R): R =>
  row.mask === null ? row : {...row, people_count: null};

/** The published tables about people met, from the compiled figures, as `loaders/marts/*.sql` shape them. */
export const solidarity: Pick<
  Tables,
  | "night_count"
  | "night_count_place"
  | "night_count_area"
  | "night_count_profile"
  | "night_figure"
  | "shelter"
  | "fabrique_figure"
> = {
  night_count: nights
    .filter(({perimeter}) => perimeter !== "paris et metropole")
    .map((row) => {
      const own = breaks.find(({edition, perimeter}) => edition === row.edition && perimeter === row.perimeter);
      const isFinal = nights.some(
        ({edition, perimeter, status}) =>
          edition === row.edition && perimeter === row.perimeter && status === "definitif"
      );
      return {
        ...row,
        is_headline: row.status === (isFinal ? "definitif" : "provisoire"),
        break_before: own?.break_before ?? null,
        break_words: own?.break_words ?? null,
        open_data_count: null
      };
    }),
  night_count_place: stageNightPlaces(read("nuit_solidarite_lieux", nightPlaceColumns), nights)
    .filter(({place}) => place !== null)
    .map((row) => shown({...row, place: row.place as string})),
  night_count_area: stageNightAreas(read("nuit_solidarite_arrondissements", nightAreaColumns))
    .filter(({is_published}) => is_published)
    .map(shown),
  night_count_profile: stageNightProfiles(read("nuit_solidarite_profils", nightProfileColumns), nights).filter(
    ({is_published}) => is_published
  ),
  night_figure: stageNightFigures(read("nuit_solidarite_totaux_figures", nightFigureColumns), nights).filter(
    ({is_published}) => is_published
  ),
  shelter: stageShelter(read("hebergement", shelterColumns)),
  fabrique_figure: stageFabrique(read("fabrique_solidarite", fabriqueColumns))
};
