import {mkdirSync, readdirSync, rmSync} from "node:fs";
import {join, resolve} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {Listr} from "listr2";
import sources from "../src/catalogue/index.js";
import {isRunning} from "./build/place.js";
import {fetchArgs, runDeno} from "./build/processes.js";
import {helpText, readRefreshOptions, type FetchedSource, type RefreshOptions} from "./fetch/options.js";
import {rebased} from "./fetch/rebase.js";
import {lastSnapshot} from "./fetch/snapshot.js";
import {complaintOf} from "./user-error.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Entry of `npm run refresh`. Returns the exit code: 0 when every source is up to date, 1 when one is not. */
async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interruption.abort());
  try {
    const options = readRefreshOptions(args, sources, process.env);
    if (options.help) console.log(helpText);
    else if (options.list) console.log(options.sources.map(listed).join("\n\n"));
    else return await refresh(options, interruption.signal);
    return 0;
  } catch (error) {
    console.error(`\n${complaintOf(error)}`);
    return 1;
  }
}

async function refresh(options: RefreshOptions, signal: AbortSignal): Promise<number> {
  const failures: string[] = [];
  const tasks = options.sources.map((source) => ({
    title: source.id,
    task: (_: unknown, task: {title: string; output: string}) =>
      fetchSource(source, options, (text) => (task.output = text), signal).then(
        (ending) => void (task.title = `${source.id} : ${ending}`),
        (error: Error) => {
          failures.push(failureOf(source, error.message));
          // The list repeats the message of what it catches; ours is printed whole at the end.
          throw new Error("voir ci-dessous");
        }
      )
  }));
  await new Listr(tasks, {exitOnError: false, registerSignalListeners: false}).run();
  if (signal.aborted) {
    console.error("\nInterrompu : les derniers états complets sont intacts.");
    return 1;
  }
  for (const failure of failures) console.error(`\n${failure}`);
  if (failures.length === 0) console.log("\nPour en faire les tables : npm run data -- --from live");
  return failures.length === 0 ? 0 : 1;
}

/** Runs the fetching process of one source; returns its last words. */
async function fetchSource(
  source: FetchedSource,
  {bases, sirens, attempts}: RefreshOptions,
  show: (text: string) => void,
  signal: AbortSignal
): Promise<string> {
  signal.throwIfAborted();
  const base = bases.get(source.id) ?? null;
  const folder = folderOf(source);
  const temporary = join(folder, `.partial-${process.pid}`);
  mkdirSync(folder, {recursive: true});
  for (const name of readdirSync(folder)) removeIfLeft(folder, name);
  mkdirSync(temporary);
  const typedIn = (process.env.npm_lifecycle_event === "refresh" && process.env.INIT_CWD) || process.cwd();
  const wanted =
    sirens === null
      ? {path: join(root, "data/build"), isBuild: true}
      : {path: resolve(typedIn, sirens), isBuild: false};
  const order = {source: source.id, base, folder, temporary, sirens: wanted, attempts};
  const {hosts} = rebased(source, source.resource, base);
  const read = source.resource.kind === "company-search" ? [folder, wanted.path] : [folder];
  let [ending, last] = ["", 0];
  const every = process.stdout.isTTY ? 100 : 2000;
  try {
    await runDeno(
      fetchArgs(root, {hosts, read, folder, order: JSON.stringify(order)}),
      ({done, of, at}) => {
        ending = at;
        if (of > 0 && Date.now() - last < every) return;
        last = Date.now();
        show(of > 1 ? `${Math.floor((100 * done) / of)} % · ${at}` : at);
      },
      signal
    );
  } finally {
    for (const left of [temporary, `${temporary}.last`]) rmSync(left, {recursive: true, force: true});
  }
  return ending;
}

function removeIfLeft(folder: string, name: string): void {
  const pid = /^\.partial-(\d+)/.exec(name)?.[1];
  if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), {recursive: true, force: true});
}

function failureOf(source: FetchedSource, problem: string): string {
  const last = lastSnapshot(folderOf(source));
  const stays =
    last === null
      ? "Il n’y en a pas encore d’état complet."
      : `Le dernier état complet, du ${last.fetched_at.slice(0, 10)}, reste en usage.`;
  return `${source.id} : ${problem}.\n${stays} Relancez plus tard : npm run refresh -- ${source.id}`;
}

function listed(source: FetchedSource): string {
  const last = lastSnapshot(folderOf(source));
  return [
    `${source.id} · ${source.name}`,
    `  adresse  ${source.resource.url}`,
    `  hôtes    ${source.hosts.join(", ")}`,
    `  parution ${source.cadence}`,
    `  dernier  ${last === null ? "jamais" : last.folder.slice(root.length)}`
  ].join("\n");
}

function folderOf({id}: FetchedSource): string {
  return join(root, "data/raw", id);
}

process.exitCode = await main(process.argv.slice(2));
