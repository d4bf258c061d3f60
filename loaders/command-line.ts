import {parseArgs, type ParseArgsConfig} from "node:util";
import {UserError} from "./user-error.js";

/** What was typed after a command cannot be understood; the message says what, and where the help is. */
export class CommandLineError extends UserError {
  /** @param command As it is typed: `npm run data`. */
  constructor(command: string, problem: string) {
    super(`${command} : ${problem}. Voir ${command} -- --help.`);
  }
}

/**
 * Reads what was typed after a command, as Node's `parseArgs` does, and says in French what is wrong with it.
 *
 * @param command As it is typed: `npm run data`.
 * @param config As for `parseArgs`, with the `args`.
 * @throws {CommandLineError} On an unknown option, an option without its value or with one too many, and on a word that
 * belongs to no option where `config` allows none.
 */
export function readCommandLine<const T extends ParseArgsConfig>(
  command: string,
  config: T
): ReturnType<typeof parseArgs<T>> {
  const {options = {}, allowPositionals = false} = config;
  const wrong = (problem: string) => new CommandLineError(command, problem);
  const {tokens = []} = parseArgs({...config, strict: false, allowPositionals: true, tokens: true});
  for (const token of tokens) {
    if (token.kind === "positional" && !allowPositionals)
      throw wrong(
        `argument inattendu « ${token.value} »${"from" in options ? ` ; pour lire ce chemin, écrivez --from ${token.value}` : ""}`
      );
    if (token.kind !== "option") continue;
    const {name, rawName, value, inlineValue} = token;
    if (!Object.hasOwn(options, name)) throw wrong(`option inconnue « ${rawName} »`);
    const hasValue = value !== undefined && value !== "" && !(inlineValue === false && value.startsWith("-"));
    if (options[name]?.type === "string" && !hasValue) throw wrong(`${rawName} attend une valeur`);
    if (options[name]?.type === "boolean" && value !== undefined) throw wrong(`${rawName} n’attend pas de valeur`);
  }
  return parseArgs(config);
}
