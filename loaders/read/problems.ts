import {BombError, DamagedBytesError, largestExpansion} from "./bytes.js";
import {InputError, replaceIt} from "./errors.js";
import type {JsonReading} from "./json.js";
import {JsonStructureError} from "./splitter.js";
import type {XmlReading} from "./xml.js";
import {XmlError} from "./xml-error.js";

/** Why a JSON document is of no source. */
export function jsonStrangeness({rootKeys, read, damage}: JsonReading): string {
  const found =
    rootKeys.length > 0
      ? `clés « ${rootKeys.slice(0, 5).join(", ")} »`
      : read > 0
        ? `une liste de ${read} éléments d’une autre sorte`
        : "une liste vide";
  return `JSON qui n’est pas du DECP (${found}${damage ? ", document abîmé" : ""})`;
}

/** Why an XML document is of no source. */
export function xmlStrangeness({root, damage}: XmlReading): string {
  const found = root === null ? "sans élément racine" : `racine « ${root} »`;
  return `document XML qui n’est pas du DECP (${found}${damage ? ", document abîmé" : ""})`;
}

/** The error of a compressed file that gives more than a document would. */
export function bomb(label: string): InputError {
  return new InputError(
    label,
    `attendu un contenu d’au plus ${largestExpansion} fois la taille du fichier compressé, trouvé davantage : sans doute une bombe de décompression`,
    "N’utilisez pas ce fichier sans savoir d’où il vient ; s’il est sain, décompressez-le d’abord."
  );
}

/** The error of a file that could not be read to its end. */
export function damaged(label: string, error: Error): InputError {
  if (error instanceof BombError) return bomb(label);
  if (error instanceof DamagedBytesError)
    return new InputError(
      label,
      `attendu un fichier compressé entier, trouvé un fichier tronqué ou abîmé (${error.message})`,
      replaceIt
    );
  if (error instanceof XmlError) return new InputError(label, error.problem, replaceIt);
  if (!(error instanceof JsonStructureError))
    return new InputError(label, `fichier abîmé : ${error.message}`, replaceIt);
  const found = {
    truncated: `un fichier tronqué : il s’arrête à l’octet ${error.offset} avec ${error.open} crochet(s) ou accolade(s) jamais fermés`,
    unbalanced: `un crochet ou une accolade de trop à l’octet ${error.offset}`,
    stray: `un contenu qui n’est pas du JSON à l’octet ${error.offset}`,
    "too-large": `un seul enregistrement de plus de 64 Mo vers l’octet ${error.offset}`
  }[error.code];
  return new InputError(
    label,
    `attendu un document JSON entier, trouvé ${found}, après ${error.found} enregistrement(s)`,
    replaceIt
  );
}
