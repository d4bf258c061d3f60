import {areas} from "../../src/lib/disclosure.js";
import {groupBy} from "../../src/lib/group-by.js";
import {checkKeys, count, damaged, integer, oneOf, sourceUrl, text} from "./csv.js";
import {defineReference} from "./reference.js";

/** Residents by census year and arrondissement; `paris` is their sum, or the file is damaged. */
export default defineReference({
  dataset: "population-arrondissements",
  columns: [
    "annee_reference",
    "en_vigueur_1er_janvier",
    "arrondissement",
    "code_insee",
    "secteur",
    "population_municipale",
    "statut",
    "source_url",
    "source_fichier",
    "note"
  ],
  name: "staged_population",
  staged: {
    source_id: "VARCHAR",
    record_number: "INTEGER",
    year: "INTEGER",
    area: "VARCHAR",
    area_code: "VARCHAR",
    population: "INTEGER",
    source_url: "VARCHAR"
  },
  stage: (file) => {
    const rows = file.rows.map((row) => ({
      source_id: file.sourceId,
      line: row.line,
      record_number: row.number,
      year: integer(file, row, "annee_reference"),
      area: oneOf(file, row, "arrondissement", [...areas.slice(1), "Paris"]).toLowerCase(),
      area_code: text(file, row, "code_insee"),
      population: count(file, row, "population_municipale"),
      source_url: sourceUrl(file, row)
    }));
    checkKeys(file, rows, ({year, area}) => `${year}, ${area}`);
    for (const [year, some] of groupBy(rows, (row) => row.year)) {
      const whole = some.find(({area}) => area === "paris");
      const sum = some.filter((row) => row !== whole).reduce((total, {population}) => total + population, 0);
      if (whole && whole.population !== sum)
        throw damaged(file, whole.line, `la somme des arrondissements de ${year}, ${sum}`, String(whole.population));
    }
    return rows;
  }
});
