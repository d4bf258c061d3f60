import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import process from "node:process";
import {createInterface} from "node:readline/promises";
import {fileURLToPath} from "node:url";
import figures from "../src/figures/index.js";
import indicators from "../src/indicators/index.js";
import type {EquivalenceRow} from "../src/lib/human/equivalence.js";
import {askerOf, type Asker} from "./new/ask.js";
import {diskOf, openExample, readProposal, registerTexts} from "./new/disk.js";
import {adoptProposal, equivalencesOf, newHuman} from "./new/human.js";
import {newIndicator} from "./new/indicator.js";
import {newNotebook} from "./new/notebook.js";
import {helpText, readNewOptions, type NewOptions} from "./new/options.js";
import {newPage} from "./new/page.js";
import {writeScaffold, type Scaffold} from "./new/scaffold.js";
import {newSession} from "./new/session.js";
import {newSource} from "./new/source.js";
import {equivalenceColumns} from "./staging/climate-tables.js";
import {readCsv} from "./staging/csv.js";
import {complaintOf} from "./user-error.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Entry of `npm run new`. Returns the exit code: 0 when the files stand, 1 when nothing was written. */
async function main(args: readonly string[]): Promise<number> {
  const terminal = process.stdin.isTTY ? createInterface({input: process.stdin, output: process.stdout}) : null;
  try {
    const options = readNewOptions(args);
    if (options === null) {
      console.log(helpText);
      return 0;
    }
    const asker = askerOf(options.given, {
      prompt: terminal && ((words) => terminal.question(words)),
      say: (line) => console.log(line)
    });
    const scaffold = await make(options, asker);
    const {written, changed} = await writeScaffold(scaffold, diskOf(root));
    console.log(
      [
        ...written.map((path) => `écrit    ${path}`),
        ...changed.map((path) => `complété ${path}`),
        "",
        "Ensuite :",
        ...scaffold.next.map((line) => `  ${line}`)
      ].join("\n")
    );
    return 0;
  } catch (error) {
    console.error(complaintOf(error));
    return 1;
  } finally {
    terminal?.close();
  }
}

async function make({kind, name, given, isHuman}: NewOptions, asker: Asker): Promise<Scaffold> {
  if (kind === "indicator" && given.from !== undefined)
    return adoptProposal(readProposal(fromTyped(given.from)), name, equivalences());
  const known = name as string;
  if (kind === "indicator") return isHuman ? newHuman(known, asker, equivalences()) : newIndicator(known, asker);
  if (kind === "notebook") return newNotebook(known, asker);
  if (kind === "seance") return newSession(known, asker, registerTexts(root));
  if (kind === "source") return newSource(known, asker, (path) => openExample(root, fromTyped(path)));
  return newPage(known, asker, {
    menuText: readFileSync(join(root, "observablehq.config.ts"), "utf8"),
    figures: figures.map(({id}) => id),
    indicators: indicators.map(({id}) => id)
  });
}

/** The factors of everyday things, in the table that the site publishes. */
function equivalences(): EquivalenceRow[] {
  const path = "data/reference/climat/equivalences.csv";
  const {rows} = readCsv(join(root, path), path, "equivalences", equivalenceColumns);
  return equivalencesOf(rows.map(({cells}) => cells));
}

/** A path as it was typed: npm itself moves to the root of the repository. */
function fromTyped(path: string): string {
  return resolve((process.env.npm_lifecycle_event === "new" && process.env.INIT_CWD) || process.cwd(), path);
}

process.exitCode = await main(process.argv.slice(2));
