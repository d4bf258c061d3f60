import {describe, expect, it} from "vitest";
import {review} from "../../../src/lib/human/review.js";
import {sayIt} from "../../../src/lib/human/sentence.js";
import {acronyms, avoidedWords, directionWords, wordsOf} from "../../../src/lib/human/words.js";
import {trees} from "./definition.js";

const failing = (more: object) =>
  review({...trees, ...more}, ["single-bid-share-open"]).flatMap(({checks}) =>
    checks.filter(({passes}) => !passes).map(({label}) => label)
  );

describe("the checklist of a definition", () => {
  it("has the seven criteria, each with the declared score", () => {
    const all = review(trees);
    expect(all.map(({id, declared}) => [id, declared])).toEqual(Object.entries(trees.criteria));
  });
  it("finds one thing to say of the example: it is compared with nothing", () => {
    expect(failing({})).toEqual(["Une comparaison est choisie"]);
  });
  it.each([
    [{title: "un ".repeat(16)}, "Titre de quinze mots au plus"],
    [{title: "Les marchés des PME"}, "Ni sigle, ni abréviation"],
    [{title: "Les dix premiers titulaires"}, "Aucun mot de spécialiste, ni mot qui blesse"],
    [{sentence: "{valeur} SDF comptés."}, "Aucun mot de spécialiste, ni mot qui blesse"],
    [{title: "Le vélo et la marche"}, "Une seule idée dans le titre"],
    [{title: "La baisse des offres"}, "Le titre ne dit pas de sens"],
    [{title: "Les 10 premiers"}, "Aucun chiffre dans le titre"],
    [{sentence: "Peu de marchés. Et ce {nombre}."}, "Une seule phrase"],
    [{sentence: "Peu de marchés."}, "La phrase dit un nombre"],
    [{sentence: "{valeur} et {prix}."}, "Chaque place existe"],
    [{measure: "autre"}, "La mesure existe"],
    [{badNews: "Jamais."}, "La mauvaise nouvelle est dite"]
  ])("finds what is wrong in %j", (more, label) => expect(failing(more)).toContain(label));
  it("holds nothing for said before anything is written", () => {
    const [simple, picture] = review({...trees, title: "", sentence: ""});
    for (const criterion of [simple, picture]) {
      expect(criterion?.checks.length).toBeGreaterThan(0);
      expect(criterion?.checks.filter(({passes}) => passes)).toEqual([]);
    }
  });

  it("takes petites et moyennes entreprises for one thing", () => {
    expect(failing({title: "Les marchés des petites et moyennes entreprises"})).not.toContain(
      "Une seule idée dans le titre"
    );
  });
});

describe("words", () => {
  it("are avoided whatever their case, accent and plural, and not inside of others", () => {
    expect(avoidedWords("Les TITULAIRES").map(({word}) => word)).toEqual(["titulaire"]);
    expect(avoidedWords("Le fle\u0301au").map(({word}) => word)).toEqual(["fléau"]);
    expect(avoidedWords("un scopitone, des tauxxx")).toEqual([]);
    expect(directionWords("La Hausse des loyers")).toEqual(["hausse"]);
  });
  it("are acronyms from two capitals on, slots apart", () => {
    expect(acronyms("Les PME, le CO₂ et l’AP-HP de {UN_SUR} À Paris")).toEqual(["PME", "CO₂", "AP", "HP"]);
    expect(acronyms("Paris, Évry, la Ville")).toEqual([]);
  });
  it("are counted as a reader does", () => {
    expect(wordsOf("L’argent des marchés : {un_sur} !")).toHaveLength(4);
  });
});

describe("a sentence", () => {
  const evaluation = {
    unit: "ratio",
    value: 0.25,
    used: 8,
    leftOut: {},
    years: {first: 2025, last: 2025},
    isProvisional: false,
    underway: null,
    comparison: null,
    equivalence: null,
    interval: null,
    missing: []
  } as const;
  const say = (sentence: string, more = {}) => sayIt({sentence}, {...evaluation, ...more});
  it("changes with its numbers", () => {
    const sentence = "{sur_dix}, ou {un_sur} : {valeur} de {nombre} marchés en {annee} !";
    expect(say(sentence)).toEqual({
      text: "Entre deux et trois sur dix, ou un sur quatre\u00a0: 25\u00a0% de 8 marchés en 2025\u00a0!"
    });
    expect(say("{un_sur}", {value: 0.5})).toEqual({text: "Un sur deux"});
    expect(say("moins que {une_sur}, près de {valeur}")).toEqual({text: "Moins qu’une sur quatre, près de 25\u00a0%"});
  });
  it("abstains on an unknown slot, one without value, a brace left open", () => {
    expect(say("{prix}")).toEqual({abstains: expect.stringContaining("La place {prix} n’existe pas")});
    expect(say("{constructor}")).toEqual({abstains: expect.stringContaining("n’existe pas")});
    expect(say("{ecart}")).toEqual({abstains: expect.stringContaining("aucune comparaison n’est choisie")});
    expect(say("{equivalence}")).toEqual({abstains: expect.stringContaining("aucune équivalence n’est choisie")});
    expect(say("{un_sur}", {unit: "people", value: 12})).toEqual({abstains: expect.stringContaining("une part")});
    expect(say("{valeur")).toEqual({abstains: expect.stringContaining("accolade")});
  });
  it("shows HTML as text, since it is never anything else", () => {
    expect(say("<b>{valeur}</b>")).toEqual({text: "<b>25\u00a0%</b>"});
  });
});
