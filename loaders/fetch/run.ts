import process from "node:process";
import sources from "../../src/catalogue/index.js";
import {realEffects} from "./effects.js";
import {FetchError} from "./errors.js";
import {fetchCompanies} from "./companies.js";
import {fetchFiles, type Place} from "./fetch-files.js";
import {rebased} from "./rebase.js";
import {sirensOf} from "./sirens.js";

/** What the process is asked, as JSON in its one argument. */
export interface FetchOrder {
  source: string;
  base: string | null;
  folder: string;
  temporary: string;
  /** A file of SIREN numbers or the folder of a build; for the company search. */
  sirens: {path: string; isBuild: boolean};
  attempts: number;
}

/** Fetches one source, with no more permission than that takes; progress goes to stdout, one JSON object a line. */
async function main(text: string): Promise<void> {
  const {source: id, base, folder, temporary, sirens, attempts} = JSON.parse(text) as FetchOrder;
  const source = sources.find((card) => card.id === id);
  if (!source?.resource) throw new FetchError(`${id} : attendu une source que l’on sait télécharger`);
  const {resource, hosts} = rebased(source, source.resource, base);
  const effects = {
    ...realEffects(),
    attempts,
    onRetry: (problem: string, attempt: number, of: number) =>
      say(0, 0, `essai ${attempt} sur ${of} manqué, on recommence · ${problem}`)
  };
  const place: Place = {folder, temporary, hosts, onProgress: say};
  if (resource.kind !== "company-search") return say(1, 1, await fetchFiles(source, resource, place, effects));
  const wanted = sirensOf(sirens.path, sirens.isBuild);
  if (wanted === null)
    return say(1, 1, "laissé de côté : aucun titulaire à chercher, préparez d’abord de vraies données (npm run data)");
  say(1, 1, await fetchCompanies(source, resource, wanted, place, effects));
}

function say(done: number, of: number, step: string): void {
  console.log(JSON.stringify({done, of, step}));
}

try {
  await main(process.argv[2] ?? "");
} catch (error) {
  const {code, message, stack} = error as NodeJS.ErrnoException;
  if (error instanceof FetchError) console.error(message);
  else if (code === "ENOSPC") console.error("plus de place sur le disque : libérez-en, puis relancez");
  else console.error(stack ?? message);
  process.exitCode = 1;
}
