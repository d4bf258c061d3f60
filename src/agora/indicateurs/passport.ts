import humanIndicators from "../../indicators/human/index.js";
import {lastRows} from "../../methode/last-build.js";
import {humanToday} from "./last-human.js";
import {passportPage} from "./passport-page.js";
import {recordOf} from "./record.js";

/**
 * The passport of a human indicator over the last data build, as Markdown.
 *
 * @throws {Error} When nothing has this id.
 */
export function passportOf(wanted: string): string {
  const human = humanIndicators.find(({id}) => id === wanted);
  if (!human) throw new Error(`passeport : attendu un indicateur humain, reçu « ${wanted} ». Corrigez le lien.`);
  const [proposal, step, ballot_total, review, college, session] = [
    lastRows("proposal") ?? [],
    lastRows("step") ?? [],
    lastRows("ballot_total") ?? [],
    lastRows("review") ?? [],
    lastRows("college") ?? [],
    lastRows("session") ?? []
  ];
  return passportPage(humanToday(human), recordOf(wanted, {proposal, step, ballot_total, review, college, session}));
}
