import {NewError} from "./errors.js";
import type {Flag} from "./options.js";

/** What a question accepts, and what stands for an empty answer. */
interface Question {
  words: string;
  /** The only answers. */
  oneOf?: readonly string[];
  /** What is wrong with an answer, in French; null when nothing is. */
  fault?: (answer: string) => string | null;
  /** Taken when nobody is there to answer, or the answer is empty. */
  fallback?: string;
}

/** Gives what a scaffold needs to know: from the flags, else from the person at the terminal. */
export interface Asker {
  ask: (flag: Flag, question: Question) => Promise<string>;
}

/**
 * An asker over the flags that were given.
 *
 * @param effects `prompt` shows a question and gives the answer; null when nobody is there.
 * @throws {NewError} On an answer that does not fit, or when one is missing and nobody is there: it names the flag.
 */
export function askerOf(
  given: Readonly<Partial<Record<Flag, string>>>,
  {prompt, say}: {prompt: ((words: string) => Promise<string>) | null; say: (line: string) => void}
): Asker {
  const ask: Asker["ask"] = async (flag, question) => {
    const {words, oneOf, fallback} = question;
    const known = given[flag];
    if (known !== undefined) {
      const fault = faultOf(known, question);
      if (fault !== null) throw new NewError(`npm run new : --${flag} : ${fault}, trouvé « ${known} ».`);
      return known.trim();
    }
    if (prompt === null) {
      if (fallback !== undefined) return fallback;
      throw new NewError(`npm run new : --${flag} manque (${words.replace(/\s*\?$/, "")}).`);
    }
    for (;;) {
      const choices = oneOf ? ` (${oneOf.join(", ")})` : "";
      const answer = (await prompt(`${words}${choices}${fallback ? ` [${fallback}]` : ""} `)).trim();
      if (answer === "" && fallback !== undefined) return fallback;
      const fault = answer === "" ? "une réponse est attendue" : faultOf(answer, question);
      if (fault === null) return answer;
      say(`  ${fault}.`);
    }
  };
  return {ask};
}

function faultOf(answer: string, {oneOf, fault}: Question): string | null {
  if (oneOf && !oneOf.includes(answer)) return `attendu ${oneOf.join(", ")}`;
  return fault?.(answer) ?? null;
}
