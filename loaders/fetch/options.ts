import {readCommandLine} from "../command-line.js";
import type {Resource, Source} from "../../src/lib/source.js";
import {FetchError} from "./errors.js";

/** A source that `npm run refresh` knows how to download. */
export type FetchedSource = Source & {resource: Resource};

/** What `npm run refresh` was asked. */
export interface RefreshOptions {
  /** In the order of the catalogue; never empty. */
  sources: FetchedSource[];
  /** By source: where to fetch it instead of its own address. */
  bases: Map<string, string>;
  /** File of SIREN numbers; null for the suppliers of the last build. */
  sirens: string | null;
  attempts: number;
  list: boolean;
  help: boolean;
}

/** What `--help` prints. */
export const helpText = `npm run refresh -- [SOURCE]… [--list] [--sirens FICHIER] [--attempts N] [--base SOURCE=URL]… [--help]

Télécharge les sources dans data/raw/SOURCE/AAAA-MM-JJ, avec snapshot.json : adresse, date, licence, empreinte.
Sans SOURCE : toutes. Ce qui n’a pas changé n’est pas téléchargé ; si une source échoue, son dernier état reste.
Ensuite : npm run data -- --from live

  --list            les sources, leurs hôtes et leur dernier téléchargement
  --sirens FICHIER  les SIREN à chercher dans recherche-entreprises ; sinon, les titulaires de data/build
  --attempts N      essais par adresse, 6 par défaut
  --base SOURCE=URL prendre cette source sur un miroir (ou variable CARNETS_BASE_SOURCE) ; il sera le seul hôte permis
  --help            cette aide`;

/**
 * Reads the command line.
 *
 * @param env Environment: `CARNETS_BASE_<SOURCE>`, the id in capitals with `_` for `-`.
 * @throws {CommandLineError} On an unknown option or a missing value.
 * @throws {FetchError} On an unknown option or source, a missing or unreadable value.
 */
export function readRefreshOptions(
  args: readonly string[],
  catalogue: readonly Source[],
  env: Readonly<Record<string, string | undefined>>
): RefreshOptions {
  const {values, positionals} = parsed(args);
  const all = catalogue.filter((source): source is FetchedSource => source.resource !== undefined);
  const known = all.map(({id}) => id);
  const check = (id: string): void => {
    if (!known.includes(id)) throw wrong(`source inconnue « ${id} », attendu : ${known.join(", ")}`);
  };
  positionals.forEach(check);
  const bases = new Map<string, string>();
  for (const id of known) {
    const base = env[`CARNETS_BASE_${id.toUpperCase().replaceAll("-", "_")}`];
    if (base) bases.set(id, base);
  }
  for (const text of values.base ?? []) {
    const [, id, base] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (id === undefined || base === undefined) throw wrong(`--base attend SOURCE=URL, trouvé « ${text} »`);
    check(id);
    bases.set(id, base);
  }
  for (const base of bases.values())
    if (!URL.canParse(base) || !/^https?:/.test(base))
      throw wrong(`--base attend une adresse http(s), trouvé « ${base} »`);
  const attempts = Number(values.attempts ?? 6);
  if (!Number.isInteger(attempts) || attempts < 1 || attempts > 20)
    throw wrong(`--attempts attend un entier de 1 à 20, trouvé « ${values.attempts} »`);
  return {
    sources: positionals.length === 0 ? all : all.filter(({id}) => positionals.includes(id)),
    bases,
    sirens: values.sirens ?? null,
    attempts,
    list: values.list ?? false,
    help: values.help ?? false
  };
}

function parsed(args: readonly string[]) {
  return readCommandLine("npm run refresh", {
    args: [...args],
    allowPositionals: true,
    options: {
      list: {type: "boolean"},
      sirens: {type: "string"},
      attempts: {type: "string"},
      base: {type: "string", multiple: true},
      help: {type: "boolean", short: "h"}
    }
  });
}

function wrong(problem: string): FetchError {
  return new FetchError(`npm run refresh : ${problem}. Voir npm run refresh -- --help.`);
}
