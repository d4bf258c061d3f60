import {DamagedBytesError} from "./bytes.js";
import {InputError, replaceIt} from "./errors.js";
import type {JsonReading} from "./json.js";
import {JsonStructureError} from "./splitter.js";
import {XmlError, type XmlReading} from "./xml.js";

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

/** The error of a file that could not be read to its end. */
export function damaged(label: string, error: Error): InputError {
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
