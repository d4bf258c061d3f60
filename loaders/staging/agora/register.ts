import {agoraTables} from "../../../src/lib/tables/agora.js";
import type {Row, TableName} from "../../../src/lib/schema.js";
import {stageObjections, stagePresentations, stageReviews} from "./answers.js";
import {checkNoPerson} from "./entries.js";
import type {AgoraFiles} from "./file.js";
import {proposalRows, stageLives} from "./lives.js";
import {stageColleges, stageMandates, stageSessions, type Session} from "./sessions.js";
import {checkDecisions, stageVotes} from "./votes.js";

/** Name of a table of the register. */
export type AgoraTable = keyof typeof agoraTables & TableName;

/** The tables of the register, in the order of the schema. */
export const agoraTableNames = Object.keys(agoraTables) as AgoraTable[];

/** Rows of each table of the register. */
export type AgoraRows = {[T in AgoraTable]: Row<T>[]};

/**
 * Reads the whole register: every file sees the others, so that what one year says of another is checked.
 *
 * @throws {Error} On the first fault: file, line, what was expected and what was found.
 */
export function stageAgora(files: AgoraFiles): AgoraRows {
  files.years.forEach(checkNoPerson);
  const colleges = stageColleges(files);
  const mandate = stageMandates(files, colleges);
  const sessions = stageSessions(files, colleges, mandate);
  const lives = stageLives(files, colleges, sessions);
  const ballot_total = stageVotes(files, colleges, sessions, lives);
  const objection = stageObjections(files, colleges, lives);
  checkDecisions(lives, sessions, ballot_total, objection);
  return {
    college: [...colleges.values()].map((college) => ({...college, ...sizeOf(college.college_id, sessions)})),
    mandate,
    session: [...sessions.values()].map(({row}) => row),
    ...proposalRows(lives),
    ballot_total,
    objection,
    presentation: stagePresentations(files, colleges, sessions),
    review: stageReviews(files)
  };
}

/** Members of a college at the last session that counts them. */
function sizeOf(
  college: string,
  sessions: ReadonlyMap<string, Session>
): Pick<Row<"college">, "members" | "members_on" | "is_fictional"> {
  const last = [...sessions.values()]
    .filter(({members}) => members.has(college))
    .toSorted((a, b) => (a.row.held_on < b.row.held_on ? -1 : 1))
    .at(-1);
  if (!last) return {members: null, members_on: null, is_fictional: false};
  return {
    members: last.members.get(college) as number,
    members_on: last.row.held_on,
    is_fictional: last.row.is_fictional
  };
}
