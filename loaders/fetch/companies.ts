import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Resource, Source} from "../../src/lib/source.js";
import {companyOf, csvOf, type Company} from "./company.js";
import type {FetchEffects} from "./effects.js";
import {FetchError} from "./errors.js";
import type {Place} from "./fetch-files.js";
import {lastSnapshot, publishSnapshot} from "./snapshot.js";
import {askJson} from "./targets.js";

/** How long an answer is taken for true: half a year. */
const keptMs = 183 * 86_400_000;
const fileName = "entreprises.csv";

/** One answer as kept in `cache/<siren>.json`; `company` is null when the API does not know the SIREN. */
interface Kept {
  siren: string;
  fetched_at: string;
  company: Company | null;
}

/**
 * Asks the company search API for SIREN numbers, one after the other and never faster than it allows; each answer is
 * kept in `cache/` at once, so that an interrupted run goes on where it stopped. What is known of all of them then
 * becomes a snapshot, as CSV.
 *
 * @param sirens Valid ones, the most wanted first; beyond `maxRequests` the rest waits for the next run.
 * @returns What happened, in French, for the terminal.
 * @throws {FetchError} In French; the last snapshot stays, the answers that came are kept.
 */
export async function fetchCompanies(
  {id, licence}: Source,
  {url, requestsPerSecond, maxRequests}: Extract<Resource, {kind: "company-search"}>,
  sirens: readonly string[],
  {folder, temporary, hosts, onProgress}: Place,
  effects: FetchEffects
): Promise<string> {
  const cache = join(folder, "cache");
  mkdirSync(cache, {recursive: true});
  const known = new Map<string, Kept>();
  for (const siren of sirens) {
    const kept = keptIn(cache, siren);
    if (kept !== null) known.set(siren, kept);
  }
  const isOld = (kept: Kept): boolean => effects.now() - Date.parse(kept.fetched_at) > keptMs;
  const missing = sirens.filter((siren) => known.get(siren) === undefined || isOld(known.get(siren) as Kept));
  const asked = missing.slice(0, maxRequests);
  const pace = new Pace(1000 / requestsPerSecond, effects);
  for (const [i, siren] of asked.entries()) {
    await pace.turn();
    const kept = {
      siren,
      fetched_at: new Date(effects.now()).toISOString(),
      company: await search(url, siren, hosts, effects)
    };
    const path = join(temporary, `${siren}.json`);
    writeFileSync(path, JSON.stringify(kept) + "\n");
    renameSync(path, join(cache, `${siren}.json`));
    known.set(siren, kept);
    onProgress(i + 1, asked.length, `${i + 1} SIREN sur ${asked.length}`);
  }
  const companies = [...known.values()].flatMap(({company}) => (company === null ? [] : [company]));
  const rest = missing.length - asked.length;
  const ending =
    `${companies.length} entreprises connues sur ${sirens.length}, ${asked.length} demandées` +
    (rest > 0 ? ` ; ${rest} restent à demander, la prochaine fois` : "");
  const csv = Buffer.from(csvOf(companies));
  const sha256 = createHash("sha256").update(csv).digest("hex");
  const last = lastSnapshot(folder);
  if (last?.files[0]?.sha256 === sha256) return `inchangé depuis le ${last.fetched_at.slice(0, 10)} : ${ending}`;
  writeFileSync(join(temporary, fileName), csv);
  const fetchedAt = new Date(effects.now()).toISOString();
  const origin = {url, final_url: url, licence, etag: null, last_modified: null, version: null};
  const file = {name: fileName, sha256, bytes: csv.length, fetched_at: fetchedAt, ...origin};
  publishSnapshot(folder, temporary, `${temporary}.last`, {source: id, fetched_at: fetchedAt, files: [file]});
  return ending;
}

async function search(
  url: string,
  siren: string,
  hosts: readonly string[],
  effects: FetchEffects
): Promise<Company | null> {
  const question = new URL(url);
  // Directors, finances and establishments are left out of the answer itself.
  question.search = String(
    new URLSearchParams({q: siren, minimal: "true", include: "siege,complements", per_page: "5"})
  );
  const answer = (await askJson(question.href, hosts, effects)) as {results?: {siren?: string}[]};
  if (!Array.isArray(answer.results))
    throw new FetchError(`${question.href} : attendu une liste « results », trouvé ${Object.keys(answer).join(", ")}`);
  const found = answer.results.find((result) => result.siren === siren);
  return found === undefined ? null : companyOf(siren, found);
}

function keptIn(cache: string, siren: string): Kept | null {
  const path = join(cache, `${siren}.json`);
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Kept;
  } catch {
    return null;
  }
}

/** Spaces requests out evenly. */
class Pace {
  #next = 0;

  constructor(
    readonly everyMs: number,
    readonly effects: FetchEffects
  ) {}

  async turn(): Promise<void> {
    const wait = this.#next - this.effects.now();
    if (wait > 0) await this.effects.sleep(Math.ceil(wait));
    this.#next = Math.max(this.effects.now(), this.#next) + this.everyMs;
  }
}
