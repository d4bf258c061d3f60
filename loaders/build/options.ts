import {readCommandLine} from "../command-line.js";

/** What `npm run data` was asked. */
export interface BuildOptions {
  /** `embedded`, `live` or paths, in the order given; never empty. */
  from: string[];
  /** Folder that the build replaces; null for the default. */
  out: string | null;
  keepGoing: boolean;
  /** File that says what the columns of unknown tables mean; null when none was given. */
  mapping: string | null;
  help: boolean;
}

/** What `--help` prints. */
export const helpText = `npm run data -- [--from SOURCE]… [--out DOSSIER] [--mapping FICHIER] [--keep-going]
npm run data -- describe CHEMIN

Lit des fichiers de marchés publics et de référence, et en fait les tables du site.

  --from embedded   l’échantillon fictif de data/sample (par défaut)
  --from live       ce que « npm run refresh » a rapporté en dernier dans data/raw
  --from CHEMIN     un fichier, un dossier (lu en entier) ou une archive zip ; peut être répété
                    lus : DECP en JSON et XML (formats 2019 et 2024), OCDS, tableaux de marchés en CSV,
                    Parquet et JSON, liste des marchés de Paris, tables de référence en CSV ; compressés ou non ;
                    chaque fichier est reconnu à son contenu, les autres sont laissés de côté avec la raison
  --out DOSSIER     où écrire (data/build par défaut) ; remplacé d’un coup, à la fin, si tout a réussi
  --mapping FICHIER ce que veulent dire les colonnes d’un tableau d’en-tête inconnu, en JSON :
                    {"N° du marché": "id", "Prix HT": "montant", "SIRET du fournisseur": "titulaire_id"}
  --keep-going      laisser de côté un fichier abîmé au lieu d’arrêter ; le rapport le signale
  --help            cette aide
  describe CHEMIN   ne construit rien : dit ce que tient un fichier, colonne par colonne (type, cases vides,
                    valeurs différentes, étendue, exemples) ; aussi une table publiée (.arrow) ou un CSV inconnu

data/reference et data/agora sont toujours lus aussi. Le compte rendu est écrit dans DOSSIER/report.json.`;

/**
 * Reads the command line.
 *
 * @throws {CommandLineError} On an unknown option, a missing value or a stray argument.
 */
export function readOptions(args: readonly string[]): BuildOptions {
  const options = {
    from: {type: "string", multiple: true},
    out: {type: "string"},
    mapping: {type: "string"},
    "keep-going": {type: "boolean"},
    help: {type: "boolean", short: "h"}
  } as const;
  const values = readCommandLine("npm run data", {args: [...args], options}).values;
  return {
    from: values.from ?? ["embedded"],
    out: values.out ?? null,
    mapping: values.mapping ?? null,
    keepGoing: values["keep-going"] === true,
    help: values.help === true
  };
}
