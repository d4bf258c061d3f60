import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {recognise} from "../../../loaders/read/recognise.js";
import {readCsv, type CsvFile} from "../../../loaders/staging/csv.js";
import {nightAreaColumns, stageNightAreas} from "../../../loaders/staging/night-area.js";
import {nightCountColumns, stageNightCounts, type StagedNight} from "../../../loaders/staging/night-count.js";
import {nightOpenDataColumns, stageNightOpenData} from "../../../loaders/staging/night-open-data.js";
import {nightPlaceColumns, stageNightPlaces} from "../../../loaders/staging/night-place.js";
import {nightProfileColumns, stageNightProfiles} from "../../../loaders/staging/night-profile.js";
import residents from "../../../loaders/staging/population.js";
import {
  fabriqueColumns,
  nightFigureColumns,
  shelterColumns,
  stageFabrique,
  stageNightFigures,
  stageShelter
} from "../../../loaders/staging/published-figure.js";

const folder = mkdtempSync(join(tmpdir(), "carnets-solidarity-"));
afterAll(() => rmSync(folder, {recursive: true}));

const text = (name: string) => readFileSync(`data/reference/solidarite/${name}.csv`, "utf8");
const [totals, places, areas] = ["totaux", "lieux", "arrondissements"].map((name) =>
  text(`nuit_solidarite_${name}`)
) as [string, string, string];
const [profiles, figures] = ["profils", "totaux_figures"].map((name) => text(`nuit_solidarite_${name}`)) as [
  string,
  string
];
const [shelter, fabrique, population] = ["hebergement", "fabrique_solidarite", "arrondissements_population"].map(
  text
) as [string, string, string];

function read(content: string, columns: readonly string[]): CsvFile {
  const path = join(folder, "table.csv");
  writeFileSync(path, content);
  return readCsv(path, "table.csv", "cccccccccccc", columns);
}

const nights: StagedNight[] = stageNightCounts(read(totals, nightCountColumns));
const stages = {
  totals: (content: string) => stageNightCounts(read(content, nightCountColumns)),
  places: (content: string) => stageNightPlaces(read(content, nightPlaceColumns), nights),
  areas: (content: string) => stageNightAreas(read(content, nightAreaColumns)),
  profiles: (content: string) => stageNightProfiles(read(content, nightProfileColumns), nights),
  figures: (content: string) => stageNightFigures(read(content, nightFigureColumns), nights),
  shelter: (content: string) => stageShelter(read(content, shelterColumns)),
  fabrique: (content: string) => stageFabrique(read(content, fabriqueColumns)),
  population: (content: string) => residents.stage(read(content, residents.columns)),
  openData: (content: string) => stageNightOpenData(read(content, nightOpenDataColumns))
};

/** A text with one change, which must be possible. */
function changed(content: string, from: string, to: string): string {
  expect(content).toContain(from);
  return content.replace(from, to);
}

const area = "2025,7,arrondissement,";
const areaEnd = ",rues,provisoire,1 source,https://exemple.fr,,,\n";

describe("a table about people met that is not sound stops the build, with its line", () => {
  const cases: [what: string, run: () => unknown, message: RegExp][] = [
    [
      "a column that is missing",
      () =>
        stages.places(
          changed(places, "edition,type_lieu,personnes,statut,methode,", "edition,type_lieu,personnes,methode,")
        ),
      /^table\.csv, ligne 1 : attendu une colonne « statut »/
    ],
    [
      "a column that was renamed",
      () => stages.places(changed(places, "type_lieu,personnes,", "type_lieu,nb_personnes,")),
      /ligne 1 : attendu une colonne « personnes »/
    ],
    [
      "a count in thousands",
      () => stages.places(changed(places, "2025,rue,2458,", "2025,rue,2.458,")),
      /ligne \d+ : attendu un nombre entier dans « personnes », trouvé « 2\.458 »/
    ],
    ["a count in words", () => stages.areas(`${areas}${area}douze${areaEnd}`), /nombre entier.*« douze »/],
    [
      "a negative count",
      () => stages.areas(`${areas}${area}-3${areaEnd}`),
      /ligne 65 : attendu un nombre positif ou nul.*« -3 »/
    ],
    [
      "a negative total",
      () => stages.totals(changed(totals, "provisoire,2952,", "provisoire,-2952,")),
      /ligne 2 .*positif/
    ],
    [
      "a figure without source",
      () => stages.areas(`${areas}${area}30,rues,provisoire,1 source,,,,\n`),
      /ligne 65 : attendu l’adresse de la page lue dans « source_url » \(pas de chiffre sans source\), trouvé « {2}»/
    ],
    [
      "a source that is no address",
      () => stages.shelter(changed(shelter, "https://presse.paris.fr/pages/21469", "communiqué")),
      /ligne 19 : .*source_url.*« communiqué »/
    ],
    [
      "two rows for the same edition and status",
      () => stages.places(`${places.trimEnd()}\n2025,rue,2459,provisoire,publie,non,1 source,https://exemple.fr,,,\n`),
      /ligne 97 : attendu une clé par ligne, trouvé « 2025, rue, provisoire, déjà en ligne \d+ »/
    ],
    [
      "two totals for the same edition and status",
      () => stages.totals(totals + (totals.split("\n")[1] ?? "")),
      /2018, paris, provisoire, déjà en ligne 2/
    ],
    [
      "a percentage over 100",
      () => stages.profiles(changed(profiles, "durée de rue,plus d’un an,46,", "durée de rue,plus d’un an,146,")),
      /ligne \d+ : attendu un pourcentage de 1 à 100 dans « part_pct », trouvé « 146 »/
    ],
    [
      "a ratio where a percentage is due",
      () => stages.profiles(changed(profiles, "durée de rue,plus d’un an,46,", "durée de rue,plus d’un an,0.46,")),
      /pourcentage de 1 à 100.*« 0\.46 »/
    ],
    [
      "a value in another unit than its column",
      () =>
        stages.profiles(
          changed(profiles, "durée de rue,plus d’un an,46,,,%", "durée de rue,plus d’un an,46,,,personnes")
        ),
      /attendu une valeur en personnes dans « effectif »/
    ],
    [
      "an unknown unit",
      () => stages.profiles(changed(profiles, ",46,,,%", ",46,,,‰")),
      /« unite » parmi %, personnes, ans/
    ],
    [
      "a date that is not one",
      () => stages.shelter(changed(shelter, "2025,2025-01-23", "2025,2025-02-30")),
      /ligne 19 : attendu une date.*« 2025-02-30 »/
    ],
    [
      "a night of another year than its edition",
      () => stages.totals(changed(totals, "2018,1,2018-02-15,", "2018,1,2017-02-15,")),
      /ligne 2 : attendu une nuit de 2018/
    ],
    [
      "a month that is not one",
      () => stages.fabrique(changed(fabrique, "2022,2022-03-28", "2022,2022-13")),
      /attendu une date AAAA-MM-JJ, AAAA-MM ou AAAA/
    ],
    [
      "a type of place that nobody knows",
      () => stages.places(changed(places, "2025,rue,", "2025,ruelle,")),
      /« type_lieu » parmi rue/
    ],
    [
      "an arrondissement that does not exist",
      () => stages.areas(changed(areas, "2018,3,arr", "2018,21,arr")),
      /« arrondissement » parmi 1, 2/
    ],
    [
      "places that are more than their total",
      () => stages.places(changed(places, "2025,rue,2458,", "2025,rue,9458,")),
      /des lieux de 2025 de 3507 personnes au plus, trouvé « 10507 »/
    ],
    [
      "a total that two tables tell differently",
      () => stages.figures(changed(figures, "total_personnes,3035,", "total_personnes,3036,")),
      /attendu le total de la table des totaux, 3035, trouvé « 3036 »/
    ],
    [
      "residents that do not add up",
      () => stages.population(changed(population, ",16252,", ",16253,")),
      /la somme des arrondissements de 2016/
    ],
    [
      "an edition of the City's set that is no year",
      () => stages.openData("edition_jeu_ouvert,personnes_jeu_ouvert\nhiver,3035\n"),
      /ligne 2 : attendu une année ou une date.*« hiver »/
    ]
  ];
  it.each(cases)("%s", (_, run, message) => {
    expect(run).toThrow(message);
    expect(run).toThrow(/^table\.csv, ligne \d+ : attendu /);
  });
});

describe("a table about people met whose columns changed", () => {
  const kind = (content: string) => recognise(new TextEncoder().encode(content));

  it("is still recognised, so that the missing column is named instead of the file being left aside", () => {
    for (const [content, from, to, dataset] of [
      [places, "type_lieu,personnes,", "type_lieu,nb_personnes,", "nuit-lieux"],
      [profiles, "indicateur,modalite,", "question,modalite,", "nuit-profils"],
      [shelter, "categorie,valeur", "categorie,nombre", "hebergement"]
    ] as const) {
      const found = kind(changed(content, from, to));
      expect(found).toMatchObject({kind: "csv", source: {dataset}});
    }
  });

  it("is not seen in a table about something else", () => {
    expect(kind("edition,titre,auteur\n1,a,b\n").kind).toBe("other");
    expect(kind("id,objet,montant,titulaire_id,acheteur_id\n1,a,2,3,4\n").kind).toBe("table");
  });
});

describe("what is never published", () => {
  it("is a wood alone, a named site, and an arrondissement with a wood where it stands without", () => {
    const staged = stages.areas(areas);
    const kept = staged.filter(({is_published}) => is_published);
    expect(kept.every(({area: name}) => name === "paris-centre" || Number(name) <= 20)).toBe(true);
    expect(kept.filter((row) => row.edition === 2022 && row.area === "12").map(({scope}) => scope)).toEqual([
      "hors Bois de Vincennes"
    ]);
    expect(staged.length - kept.length).toBe(14);
  });

  it("is an area under eleven, in any status of its edition; the others of a whole table hide it", () => {
    const line = (edition: number, n: number, people: number) =>
      `${edition},${n},arrondissement,${people},rues,definitif,1 source,https://exemple.fr,,,\n`;
    const few = stages.areas(`${areas}${line(2025, 7, 4)}`).find(({edition, area: n}) => edition === 2025 && n === "7");
    expect(few).toMatchObject({mask: "threshold", is_published: true});
    const whole = Array.from({length: 20}, (_, i) => line(2030, i + 1, i === 4 ? 4 : 30 + i)).join("");
    const masked = stages.areas(areas + whole).filter(({edition, mask}) => edition === 2030 && mask !== null);
    expect(masked.map(({area: n, mask}) => `${n} ${mask}`)).toEqual(["1 companion", "5 threshold"]);
  });

  it("is a wood without the other one, among places", () => {
    const staged = stages.places(places);
    expect(staged.filter(({place}) => place === null).map(({edition}) => edition)).toEqual([2020, 2022, 2025, 2026]);
    const woods = staged.find((row) => row.edition === 2021 && row.place === "woods");
    expect(woods?.people_count).toBe(112 + 28);
  });

  it("is an answer on health or pregnancy; children are rounded to ten", () => {
    const staged = stages.profiles(profiles);
    const kept = staged.filter(({is_published}) => is_published);
    expect(kept.map(({indicator}) => indicator).join()).not.toMatch(/maladie|enceinte|motif/);
    const children = kept.filter(({indicator}) => indicator === "enfants").map(({people_count}) => people_count);
    expect(children).toEqual([40, 90, 80, 90]);
  });

  it("is an answer that a small share of everybody would make fewer than eleven", () => {
    const line =
      "2018,Paris intra-muros,composition du ménage,couples,1,,,%,personnes décomptées,presse,1 source,https://exemple.fr,,,\n";
    const few = [{...nights[0], people_count: 500} as StagedNight, ...nights.slice(1)];
    const staged = stageNightProfiles(read(profiles + line, nightProfileColumns), few);
    expect(staged.at(-1)).toMatchObject({is_small: true, is_published: false});
  });
});
