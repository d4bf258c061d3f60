import type {Draft} from "./draft.js";
import {readDraft} from "./draft.js";

/**
 * A draft as a part of the Agora's register: one year with one proposal, which holds its definition.
 *
 * @param tabledOn Day of the deposit, `YYYY-MM-DD`.
 * @see `src/lib/agora/agora.schema.json`.
 */
export function registerEntry({definition, college, verbatim}: Draft, tabledOn: string): object {
  return {
    agora: Number(tabledOn.slice(0, 4)),
    fictif: definition.origin === "exemple",
    propositions: [
      {
        id: definition.id,
        ...(definition.version > 1 ? {version: definition.version} : {}),
        titre: definition.title,
        verbatim: verbatim || definition.sentence,
        college,
        deposee_le: tabledOn,
        definition
      }
    ]
  };
}

/**
 * The draft that a file holds: a part of the register with one proposal composed in the workshop, or a definition alone.
 *
 * @param wanted Identifier of the proposal, where there are several.
 * @throws {RangeError} When there is none, or more than one; on a definition that is none.
 */
export function draftFromRegister(value: unknown, wanted: string | null = null): Draft {
  if (!isObject(value) || !("propositions" in value)) return readDraft({definition: value, college: "", verbatim: ""});
  const all: unknown[] = Array.isArray(value.propositions) ? value.propositions : [];
  const composed = all.filter(isObject).filter((one) => "definition" in one && (wanted === null || one.id === wanted));
  const [proposal] = composed;
  if (proposal === undefined || composed.length > 1)
    throw new RangeError(
      `propositions : attendu une proposition composée dans l’atelier${wanted === null ? "" : ` nommée « ${wanted} »`}, trouvé ${composed.length}.`
    );
  const {definition, college, verbatim} = proposal;
  const isSentence = isObject(definition) && definition.sentence === verbatim;
  return readDraft({definition, college: college ?? "", verbatim: isSentence ? "" : (verbatim ?? "")});
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
