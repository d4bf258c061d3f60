import {existsSync, readFileSync, renameSync, unlinkSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import process from "node:process";
import {PassThrough} from "node:stream";
import {fileURLToPath} from "node:url";
import {Listr} from "listr2";
import type {Report} from "../src/lib/report.js";
import {describeFile, descriptionText, type DescribedFile} from "./build/describe-file.js";
import {BuildError} from "./build/errors.js";
import {findInputs, labelOf} from "./build/find-inputs.js";
import {helpText, readOptions, type BuildOptions} from "./build/options.js";
import {clearPlace, makePlace, swapIn, type Place} from "./build/place.js";
import {readArgs, runDeno, shapeArgs, type Progress} from "./build/processes.js";
import {assembleReport, readJsonFile, timeOf, writeReport, type Shaped} from "./build/report.js";
import {summaryOf} from "./build/summary.js";
import {dataInputs, writeDataStore} from "./site/loop/data-inputs.js";
import {Fingerprints} from "./site/loop/fingerprints.js";
import {complaintOf} from "./user-error.js";
import {readMapping, type Mapping} from "./sources/mapping.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const schemaFile = join(root, "src/lib/report.schema.json");

/** A step on the terminal; `output` is the line below its title. */
interface Task {
  output: string;
}

/** Entry of `npm run data`. Returns the exit code: 0 when the new build stands, 1 when the last one was left as it was. */
async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interruption.abort());
  try {
    if (args[0] === "describe") return await describe(args.slice(1), interruption.signal);
    const options = readOptions(args);
    if (options.help) console.log(helpText);
    else await build(options, interruption.signal);
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) console.error("\nInterrompu : la dernière construction est intacte.");
    else console.error(`\n${complaintOf(error)}`);
    return 1;
  }
}

/** `npm run data -- describe <file>`. */
async function describe([path, ...others]: readonly string[], signal: AbortSignal): Promise<number> {
  if (path === undefined || others.length > 0)
    throw new BuildError("npm run data -- describe : attendu un seul chemin. Voir npm run data -- --help.");
  let described: DescribedFile[] = [];
  const run = async (task: Task): Promise<void> => {
    described = await describeFile(path, {root, base: baseFolder(), signal, onProgress: shown(task, bytesText)});
  };
  await runSteps([{title: "Lecture", run}]);
  for (const file of described) console.log(`\n${descriptionText(file)}`);
  return 0;
}

/** npm moves to the root of the repository: paths are those of the folder where the command was typed. */
function baseFolder(): string {
  return (process.env.npm_lifecycle_event === "data" && process.env.INIT_CWD) || process.cwd();
}

async function build({from, out, keepGoing, mapping}: BuildOptions, signal: AbortSignal): Promise<void> {
  const base = baseFolder();
  const inputs = findInputs(from, root, base);
  const columns = mapping === null ? null : readMappingFile(mapping, base);
  const made = out === null && process.cwd() === resolve(root) ? madeOf({from, keepGoing, mapping}, base) : null;
  const place = makePlace(out === null ? join(root, "data/build") : resolve(base, out), inputs);
  const names = from.map((value) => (value === "embedded" || value === "live" ? value : labelOf(value, root, base)));
  let report: Report | undefined;
  const stop = new AbortController();
  const orders = new PassThrough();
  let show: ((progress: Progress) => void) | undefined;
  let shaping: Promise<void> = Promise.resolve();
  const steps = [
    {
      title: "Lecture des fichiers",
      run: (task: Task) => {
        const showBytes = shown(task, bytesText);
        const args = readArgs(root, place, inputs, {keepGoing, mapping: columns});
        const onProgress = (progress: Progress): void => {
          if (progress.whole) orders.write(`${JSON.stringify(progress.whole)}\n`);
          else showBytes(progress);
        };
        return runDeno(args, onProgress, signal);
      }
    },
    {
      title: "Mise en forme des tables",
      run: (task: Task) => {
        show = shown(task, stepText);
        orders.end("\n");
        return shaping;
      }
    },
    {
      title: "Contrôle et mise en place",
      run: async () => {
        report = finish(place, names);
        signal.throwIfAborted();
        swapIn(place);
        if (made) writeDataStore({...made, report: report.generated_at});
      }
    }
  ];
  try {
    // Its process starts while the files are read, and takes up what is read of large ones.
    shaping = runDeno(
      shapeArgs(root, place),
      (progress) => show?.(progress),
      AbortSignal.any([signal, stop.signal]),
      orders
    );
    shaping.catch(() => undefined);
    await runSteps(steps);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    throw new BuildError(`${error.message}\nRien n’a été remplacé : la dernière construction est intacte.`);
  } finally {
    stop.abort();
    await shaping.catch(() => undefined);
    clearPlace(place);
  }
  if (report) console.log(`\n${summaryOf(report, relative(process.cwd(), place.out) || place.out)}`);
}

/** What the default build of the data is made of, as it stands when it begins. */
function madeOf({from, keepGoing, mapping}: Pick<BuildOptions, "from" | "keepGoing" | "mapping">, base: string) {
  const request = {
    from: from.map((value) => (value === "embedded" || value === "live" ? value : resolve(base, value))),
    keepGoing,
    mapping: mapping === null ? null : resolve(base, mapping)
  };
  return {request, inputs: dataInputs(request, new Fingerprints())};
}

function readMappingFile(path: string, base: string): Mapping {
  const file = resolve(base, path);
  if (!existsSync(file)) throw new BuildError(`--mapping : attendu un fichier JSON, trouvé rien à ${path}.`);
  try {
    return readMapping(readFileSync(file, "utf8"), path);
  } catch (error) {
    throw new BuildError((error as Error).message);
  }
}

/** Runs steps one after the other under the eyes of the user; throws the first one's error as it is. */
async function runSteps(steps: readonly {title: string; run: (task: Task) => Promise<void>}[]): Promise<void> {
  let failure: unknown;
  const tasks = steps.map(({title, run}) => ({
    title,
    // The list repeats the message of what it catches; ours is printed once, whole, at the end.
    task: (_: unknown, task: Task) =>
      run(task).catch((error: unknown) => {
        failure = error;
        throw new Error("voir ci-dessous");
      })
  }));
  await new Listr(tasks, {registerSignalListeners: false}).run().catch((error: unknown) => {
    throw failure ?? error;
  });
}

/** Writes the report and brings the new folder to its published state. */
function finish({work, next}: Place, from: readonly string[]): Report {
  const shapeFile = join(next, "shape.json");
  const shaped = readJsonFile<Shaped>(shapeFile);
  const generatedAt = timeOf(process.env.SOURCE_DATE_EPOCH, Date.now);
  const report = assembleReport(shaped, from, generatedAt, readJsonFile<object>(schemaFile));
  writeReport(next, report);
  unlinkSync(shapeFile);
  if (existsSync(join(work, "refused.ndjson"))) renameSync(join(work, "refused.ndjson"), join(next, "refused.ndjson"));
  return report;
}

/** Shows progress: often on a terminal, every two seconds in a log. */
function shown(task: Task, text: (progress: Progress) => string) {
  const every = process.stdout.isTTY ? 100 : 2000;
  let last = process.stdout.isTTY ? 0 : Date.now();
  return (progress: Progress): void => {
    if (Date.now() - last < every) return;
    last = Date.now();
    task.output = text(progress);
  };
}

function bytesText({done, of, at}: Progress): string {
  return `${of > 0 ? Math.floor((100 * done) / of) : 100} % · ${at}`;
}

function stepText({done, of, at}: Progress): string {
  return `${done}/${of} · ${at}`;
}

process.exitCode = await main(process.argv.slice(2));
