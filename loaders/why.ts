import process from "node:process";
import {CommandLineError, readCommandLine} from "./command-line.js";
import {report} from "./why/draw.js";
import {verdictOf} from "./why/freshness.js";
import {madeOf, shownBy} from "./why/lineage.js";
import {readProject} from "./why/project.js";
import {subjectsOf, UnknownName} from "./why/subjects.js";

const help = `npm run why -- <nom> [--json]

Dit si une chose est à jour, sinon ce qui a changé depuis, et dessine son chemin :
fichier d’origine → table → indicateur → figure → page. N’écrit et ne refait rien.

  <nom>    une page       /marches/fournisseurs, src/marches/fournisseurs.md.ts
           une table      award, data/build/marts/award.arrow
           une figure     supplier-count
           un indicateur  top-ten-share
           quand plusieurs choses ont ce nom : table:completeness, figure:completeness
  --json   la même réponse, pour un programme
  --help   ce texte`;

/** Entry of `npm run why`. Returns the exit code: 0 when there is an answer, fresh or not. */
async function main(args: string[]): Promise<number> {
  const options = {json: {type: "boolean"}, help: {type: "boolean", short: "h"}} as const;
  try {
    const {values, positionals} = readCommandLine("npm run why", {args, options, allowPositionals: true});
    const [asked] = positionals;
    if (values.help) console.log(help);
    if (values.help) return 0;
    if (asked === undefined || positionals.length > 1) {
      console.error(`npm run why : attendu un seul nom, reçu ${positionals.length}.\n\n${help}`);
      return 1;
    }
    const project = await readProject(console.error);
    const answers = subjectsOf(asked, project).map((subject) => ({
      subject,
      verdict: verdictOf(subject, project),
      from: madeOf(subject, project),
      to: shownBy(subject, project)
    }));
    const look = {width: 80, hasColors: process.stdout.isTTY === true && !process.env.NO_COLOR};
    if (values.json) console.log(JSON.stringify(answers, null, 2));
    else console.log(answers.map((answer) => report(answer.subject, answer, project, look)).join("\n\n"));
    return 0;
  } catch (error) {
    if (!(error instanceof UnknownName || error instanceof CommandLineError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
