import {readCommandLine} from "../command-line.js";
import {NewError} from "./errors.js";

/** What can be made. */
const kinds = ["indicator", "page", "source", "notebook", "seance"] as const;

/** One of the things that can be made. */
type Kind = (typeof kinds)[number];

/** Every flag that takes a value. */
const valued = [
  "title",
  "question",
  "domain",
  "table",
  "column",
  "compute",
  "measure",
  "sentence",
  "owner",
  "bad-news",
  "lever",
  "gaming",
  "kind",
  "from",
  "section",
  "figure",
  "indicator",
  "example",
  "keys",
  "producer",
  "url",
  "licence",
  "cadence",
  "date",
  "presided-by"
] as const;

/** A flag that takes a value; what is asked for when it is absent has the same name. */
export type Flag = (typeof valued)[number];

/** What `npm run new` was asked. */
export interface NewOptions {
  kind: Kind;
  /** Kebab-case; null when a proposal names it. For a page, with its folder: `climat/velo`. */
  name: string | null;
  given: Readonly<Partial<Record<Flag, string>>>;
  /** A human indicator, not a technical one. */
  isHuman: boolean;
}

/** What `--help` prints. */
export const helpText = `npm run new -- indicator|page|source|notebook|seance <nom> [options]

Écrit les fichiers d’une chose nouvelle, prêts : « npm run check » et leurs essais passent aussitôt.
Pose les questions qui restent ; avec toutes les options, n’en pose aucune. N’écrase jamais un fichier.

  indicator <nom>   un indicateur, son essai et sa ligne au registre
    --title TEXTE     son nom à l’écran            --question TEXTE  la question, finie par « ? »
    --domain D        marches, solidarite, climat ou engagements
    --table T --column C                            la colonne lue, et sa table
    --compute F       share (part des oui), sum, mean, median ou distinct ; sinon selon la colonne
  indicator --from proposition.yaml
                    un indicateur humain, de la proposition qu’un groupe a faite dans l’atelier
  indicator <nom> --human --title TEXTE --measure ID --sentence TEXTE --bad-news TEXTE
            --owner SERVICE --lever TEXTE --gaming TEXTE
                    le même, écrit d’ici ; la phrase a ses cases : « … {un_sur} n’a reçu qu’une offre. »
  page <dossier/nom>  une page et sa ligne au menu
    --title TEXTE  --section NOM du menu  [--figure ID] [--indicator ID]
  source <nom>      une table de plus, de l’exemple d’un fichier CSV au site
    --example FICHIER --keys COLONNES --title TEXTE --producer QUI --url ADRESSE --licence L --cadence C
  notebook <nom>    un carnet Jupyter dans src/notebooks
    --title TEXTE [--table T]
  seance <nom>      une séance de l’Agora dans data/agora
    --date AAAA-MM-JJ --title TEXTE [--kind annuelle|atelier|comite] [--presided-by COLLEGE]
  --help            cette aide`;

/**
 * Reads the command line.
 *
 * @returns Null when help was asked for.
 * @throws {CommandLineError} On an unknown option or a missing value.
 * @throws {NewError} On an unknown kind or option, a missing value, or a name of another form.
 */
export function readNewOptions(args: readonly string[]): NewOptions | null {
  const {values, positionals} = parsed(args);
  if (values.help) return null;
  const [word, name = null, ...rest] = positionals;
  const kind = kinds.find((one) => one === word);
  if (kind === undefined) throw wrong(`attendu ${kinds.join(", ")}, trouvé « ${word ?? ""} »`);
  if (rest.length > 0) throw wrong(`un seul nom est attendu, trouvé aussi « ${rest.join(" ")} »`);
  const {help: _, human, ...texts} = values;
  if (name === null && texts.from === undefined) throw wrong(`un nom est attendu après « ${kind} »`);
  const form =
    kind === "page" ? /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  if (name !== null && !form.test(name))
    throw wrong(`un nom en minuscules sans accent, aux mots liés par « - », est attendu, trouvé « ${name} »`);
  const empty = Object.entries(texts).find(([, text]) => (text as string).trim() === "");
  if (empty) throw wrong(`--${empty[0]} attend une valeur`);
  return {kind, name, given: texts as NewOptions["given"], isHuman: human === true || texts.from !== undefined};
}

function parsed(args: readonly string[]) {
  return readCommandLine("npm run new", {
    args: [...args],
    allowPositionals: true,
    options: {
      ...(Object.fromEntries(valued.map((flag) => [flag, {type: "string"}])) as Record<Flag, {type: "string"}>),
      human: {type: "boolean"},
      help: {type: "boolean", short: "h"}
    }
  });
}

function wrong(problem: string): NewError {
  return new NewError(`npm run new : ${problem}. Voir npm run new -- --help.`);
}
