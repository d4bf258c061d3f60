import {parse, stringify} from "yaml";
import type {AgoraYear, CollegeList} from "../staging/agora/file.js";
import type {Asker} from "./ask.js";
import type {Scaffold} from "./scaffold.js";

/** What stands in `data/agora`: the text of each of its YAML files. */
export interface RegisterTexts {
  colleges: string;
  years: readonly string[];
}

/**
 * A session of the Agora, as a file of its year beside the others; with the presidency of the year, when no mandate covers its day.
 */
export async function newSession(id: string, {ask}: Asker, {colleges, years}: RegisterTexts): Promise<Scaffold> {
  const date = await ask("date", {
    words: "Quel jour (AAAA-MM-JJ) ?",
    fault: (text) => (isDay(text) ? null : "un jour AAAA-MM-JJ qui existe est attendu")
  });
  const title = await ask("title", {words: "Son titre ?"});
  const kind = await ask("kind", {
    words: "Quel genre ?",
    oneOf: ["annuelle", "atelier", "comite"],
    fallback: "annuelle"
  });
  const year = date.slice(0, 4);
  const mandates = years.flatMap((text) => (parse(text) as AgoraYear).presidence ?? []);
  const isPresided = mandates.some(({du, au}) => du <= date && date <= au);
  const known = (parse(colleges) as CollegeList).colleges.map((college) => college.id);
  const mandate = isPresided
    ? {}
    : {
        presidence: [
          {
            college: await ask("presided-by", {words: `Quel collège préside en ${year} ?`, oneOf: known}),
            ...freePeriod(mandates, date)
          }
        ]
      };
  const file = {
    agora: Number(year),
    fictif: false,
    ...mandate,
    seances: [{id, date, genre: kind, titre: title, ordre_du_jour: ["Ordre du jour à compléter"]}]
  };
  const head =
    "# yaml-language-server: $schema=../../../src/lib/agora/agora.schema.json\n" +
    "# Une séance. Ajoutez « effectifs » et « regles » avant un vote, puis les totaux dans votes.csv ;\n" +
    "# npm run data dit la ligne d’une erreur.\n";
  return {
    files: {[`data/agora/${year}/${id}.yaml`]: head + stringify(file, {lineWidth: 100})},
    edits: {},
    next: [`Complétez l’ordre du jour dans data/agora/${year}/${id}.yaml.`, "npm run data"]
  };
}

/** The whole year around a day, cut where other mandates already stand. */
function freePeriod(mandates: readonly {du: string; au: string}[], date: string): {du: string; au: string} {
  const year = date.slice(0, 4);
  const before = mandates.map(({au}) => au).filter((end) => end < date && end >= `${year}-01-01`);
  const after = mandates.map(({du}) => du).filter((start) => start > date && start <= `${year}-12-31`);
  return {
    du: before.length > 0 ? nextDay(before.sort().at(-1) as string, 1) : `${year}-01-01`,
    au: after.length > 0 ? nextDay(after.sort()[0] as string, -1) : `${year}-12-31`
  };
}

function nextDay(day: string, by: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}
