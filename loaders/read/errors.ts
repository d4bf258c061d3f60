/**
 * An input that stops the run: damaged, or given directly and of no supported format. The message is French and whole:
 * path, what was expected, what was found, what to do.
 */
export class InputError extends Error {
  constructor(
    readonly path: string,
    problem: string
  ) {
    super(`${path} : ${problem}`);
  }
}

/** Last sentence of the message about a damaged file. */
export const whatToDo =
  "Récupérez de nouveau ce fichier, ou ajoutez --keep-going pour construire sans lui (le rapport le signalera).";
