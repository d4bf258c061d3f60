/**
 * Writes a file of the last data build to the standard output, where Framework takes what a loader gives.
 *
 * @param path Relative to the root of the project.
 * @throws {Error} When there is no such file: the data was not built, or the schema has a table that the build lacks.
 */
export async function printFile(path: string): Promise<void> {
  const file = await Deno.open(path).catch(() => {
    throw new Error(`${path} : ce fichier manque. Lancez « npm run data », puis recommencez.`);
  });
  await file.readable.pipeTo(Deno.stdout.writable);
}
