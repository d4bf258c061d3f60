/**
 * An input that stops the run: damaged, or given directly and of no supported format. The message is French and whole:
 * path, what was expected, what was found, what to do.
 */
export class InputError extends Error {
  constructor(
    readonly path: string,
    readonly problem: string,
    advice: string
  ) {
    super(`${path} : ${problem}. ${advice}`);
  }
}

/** What to do about a damaged file. */
export const replaceIt =
  "Récupérez de nouveau ce fichier, ou ajoutez --keep-going pour construire sans lui (le rapport le signalera).";

/** What to do about a file that no source reads. */
export const seeFormats = "Voir « Formats » dans README.md.";
