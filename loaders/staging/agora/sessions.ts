import {grades} from "../../../src/lib/agora/decision.js";
import {sessionKinds} from "../../../src/lib/agora/words.js";
import type {Row} from "../../../src/lib/schema.js";
import {damaged} from "../csv.js";
import {checkDay, entriesOf, known, type Entry} from "./entries.js";
import type {AgoraFiles, AgoraYear} from "./file.js";

/** A session with what its votes need. */
export interface Session {
  row: Row<"session">;
  entry: Entry<NonNullable<AgoraYear["seances"]>[number]>;
  /** Members of each college that day. */
  members: ReadonlyMap<string, number>;
  /** Place of the grade that a graded rule asks for; null when the session sets none. */
  floors: Readonly<Record<"judgment" | "likert", number | null>>;
}

/** Colleges in the order of their file, without their sizes. */
export function stageColleges({
  colleges: files
}: AgoraFiles): Map<string, Omit<Row<"college">, "members" | "members_on" | "is_fictional">> {
  const colleges = new Map<string, Omit<Row<"college">, "members" | "members_on" | "is_fictional">>();
  for (const file of files)
    file.value.colleges.forEach(({id, nom, description, adresse}, i) => {
      if (colleges.has(id)) throw damaged(file, file.lineOf(["colleges", i, "id"]), "un identifiant par collège", id);
      colleges.set(id, {
        college_id: id,
        n: colleges.size + 1,
        name: nom,
        description,
        source_url: adresse,
        source_id: file.sourceId
      });
    });
  return colleges;
}

/**
 * Mandates of presidency in the order of time.
 *
 * @throws {Error} On an unknown college, a mandate that ends before it begins, or two at once.
 */
export function stageMandates({years}: AgoraFiles, colleges: ReadonlyMap<string, unknown>): Row<"mandate">[] {
  const mandates = entriesOf(years, "presidence").map((entry) => {
    const {college, du, au} = entry.value;
    known(entry, "college", college, colleges, "un collège");
    checkDay(entry, "du", du, null);
    checkDay(entry, "au", au, null);
    if (au < du) throw entry.fault("au", `une fin de mandat à partir du ${du}`, au);
    return {entry, college, du, au};
  });
  const sorted = mandates.toSorted((a, b) => (a.du < b.du ? -1 : 1));
  sorted.forEach(({entry, du}, i) => {
    const before = sorted[i - 1];
    if (before && du <= before.au) throw entry.fault("du", `un mandat après celui qui finit le ${before.au}`, du);
  });
  return sorted.map(({entry, college, du, au}) => ({
    college_id: college,
    role: "presidency",
    starts_on: du,
    ends_on: au,
    is_fictional: entry.isFictional,
    source_id: entry.sourceId
  }));
}

/**
 * Sessions by identifier. One that sets no rules asks every college to accept, without quorum.
 *
 * @throws {Error} On an identifier met twice, a day of no mandate, members of an unknown college, or more colleges required than
 * there are.
 */
export function stageSessions(
  {years}: AgoraFiles,
  colleges: ReadonlyMap<string, unknown>,
  mandates: readonly Row<"mandate">[]
): Map<string, Session> {
  const sessions = new Map<string, Session>();
  for (const entry of entriesOf(years, "seances")) {
    const {id, date, genre, titre, ordre_du_jour, effectifs = {}, regles = {}, compte_rendu = null} = entry.value;
    if (sessions.has(id)) throw entry.fault("id", "un identifiant par séance", id);
    checkDay(entry, "date", date, entry.year);
    const mandate = mandates.find(({starts_on, ends_on}) => starts_on <= date && date <= ends_on);
    if (!mandate) throw entry.fault("date", "une séance pendant un mandat de « presidence »", date);
    for (const college of Object.keys(effectifs)) known(entry, "effectifs", college, colleges, "un collège");
    const required = regles.colleges_requis ?? colleges.size;
    if (required > colleges.size)
      throw entry.fault("regles", `au plus ${colleges.size} collèges requis`, String(required));
    const floor = grades.judgment.indexOf(regles.mention_requise ?? "");
    sessions.set(id, {
      entry,
      members: new Map(Object.entries(effectifs)),
      floors: {
        judgment: floor < 0 ? null : floor,
        likert: regles.accord_requis === undefined ? null : regles.accord_requis - 1
      },
      row: {
        session_id: id,
        year: entry.year,
        held_on: date,
        kind: Object.keys(sessionKinds).find((kind) => sessionKinds[kind]?.written === genre) as string,
        title: titre,
        presided_by: mandate.college_id,
        agenda: ordre_du_jour.join("\n"),
        quorum_ratio: regles.quorum ?? 0,
        required_colleges: required,
        refusal_limit_ratio: regles.refus_maximal ?? 1,
        report_url: compte_rendu,
        is_fictional: entry.isFictional,
        source_id: entry.sourceId
      }
    });
  }
  return sessions;
}
