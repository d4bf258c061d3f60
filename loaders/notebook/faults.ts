/** What is said of a cell that takes too long; cell 0 stands for what comes before the first. */
export function tooLong(path: string, cell: number, limitSeconds: number): string {
  const where = cell === 0 ? `${path}, avant la première cellule` : `${path}, cellule ${cell}`;
  return `${where} : plus de ${limitSeconds} s. La cellule ne finit peut-être jamais ; corrigez sa boucle, ou réduisez les données.`;
}

/** What is said of a cell that failed. */
export function failed(path: string, {cell, line, message}: {cell: number; line: number; message: string}): string {
  return `${path}, cellule ${cell}, ligne ${line} : ${inFrench(message)}`;
}

/** The faults that Deno says in the words of its own commands. */
export function inFrench(message: string): string {
  const missing =
    /package for '(?:npm:)?([^']+)'/.exec(message)?.[1] ?? /^Import "([^"]+)" not a dependency/.exec(message)?.[1];
  if (missing)
    return `le paquet « ${missing} » n’est pas installé. Tapez : npm install ${missing}, ou retirez cet import.`;
  const absent = /^(?:Module not found|Unable to load) "?(?:file:\/\/)?([^"]+?)"?\.?$/.exec(message)?.[1];
  if (absent) return `le module « ${absent} » n’existe pas. Vérifiez le chemin de l’import.`;
  const permission = /^Requires (\w+) access to (.+?), run again/.exec(message);
  if (permission)
    return `un carnet n’a pas le droit « ${permission[1]} » sur ${permission[2]} : il ne lit que les données préparées.`;
  return message;
}
