import type {Draft} from "../../lib/human/draft.js";
import {draftFromRegister, registerEntry} from "../../lib/human/proposal.js";

/** The largest file that is opened, in bytes. */
export const mostFileBytes = 64_000;

/**
 * A draft as a file of the register: YAML, with two lines that say what it is.
 *
 * @param today `YYYY-MM-DD`.
 */
export async function fileOf(draft: Draft, today: string): Promise<string> {
  const {stringify} = await import("npm:yaml");
  const head =
    "# Proposition d’indicateur, composée dans l’atelier des Carnets de l’Agora. Sa place : data/agora/<année>/.\n" +
    "# Pour en faire un indicateur : npm run new -- indicator --from ce-fichier.yaml\n";
  return head + stringify(registerEntry(draft, today), {lineWidth: 100});
}

/**
 * Reads a draft from a file, YAML or JSON.
 *
 * @throws {RangeError} On a file that is too long, is no YAML, or holds something else; in French.
 */
export async function readFile(text: string): Promise<Draft> {
  if (text.length > mostFileBytes)
    throw new RangeError(`Ce fichier est trop long : ${text.length} caractères, au plus ${mostFileBytes}.`);
  const {parse} = await import("npm:yaml");
  let value: unknown;
  try {
    value = parse(text, {maxAliasCount: 0, prettyErrors: false});
  } catch (error) {
    throw new RangeError(`Ce n’est pas du YAML : ${(error as Error).message}`, {cause: error});
  }
  return draftFromRegister(value);
}
