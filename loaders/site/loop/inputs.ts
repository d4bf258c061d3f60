/**
 * What a result was made of: a fingerprint by name. A name says what it is: `file:src/a.ts`, `folder:data/agora`,
 * `env:REGION`, `given:/home/a/b.json` (by size and date), `source` (the text of a page), `settings`, `tools`.
 * {@link absent} stands for what is not there.
 */
export type Inputs = Readonly<Record<string, string>>;

/** Fingerprint of a file, a folder or a variable that does not exist; its coming is a change like another. */
export const absent = "absent";

/** Name of an input that stands for what a program does not tell: whatever is made of it is never fresh. */
export const unknown = "unknown";

/** One input that is no longer what it was. */
export interface Change {
  name: string;
  kind: "changed" | "added" | "removed" | "new-input" | "dropped-input";
}

/**
 * What changed between two lists of inputs, in the order of their names; empty when the result may be used again.
 *
 * @param before Inputs of the last run; null when there was none, which is a change of everything.
 */
export function changesBetween(before: Inputs | null, now: Inputs): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(now)])].sort();
  return names.flatMap((name): Change[] => {
    const [was, is] = [before?.[name], now[name]];
    if (was === is) return [];
    if (was === undefined) return [{name, kind: "new-input"}];
    if (is === undefined) return [{name, kind: "dropped-input"}];
    return [{name, kind: was === absent ? "added" : is === absent ? "removed" : "changed"}];
  });
}

const words: Record<Change["kind"], string> = {
  changed: "a changé",
  added: "vient d’apparaître",
  removed: "n’est plus là",
  "new-input": "est lu depuis peu",
  "dropped-input": "n’est plus lu"
};

/** A change as a sentence in French: "le fichier data/agora/votes.csv a changé". */
export function sayChange({name, kind}: Change): string {
  if (name === unknown) return "ce programme ne dit pas ce qu’il lit : il est toujours refait";
  return `${sayInput(name)} ${words[kind]}`;
}

/** An input in French, with its article: "la variable REGION". */
export function sayInput(name: string): string {
  const [, kind = "", rest = ""] = /^(\w+)(?::(.*))?$/s.exec(name) ?? [];
  switch (kind) {
    case "file":
    case "given":
      return `le fichier ${rest}`;
    case "folder":
      return `la liste des fichiers de ${rest}`;
    case "env":
      return `la variable ${rest}`;
    case "module":
      return `le programme de la page ${rest}`;
    case "output":
      return `la sortie ${rest}`;
    case "table":
      return `la table ${rest}`;
    case "figure":
      return `le programme de la figure ${rest}`;
    case "request":
      return "ce qui est demandé (--from, --keep-going, --mapping)";
    case "source":
      return "le texte de la page";
    case "frame":
      return "l’en-tête ou le pied de la page";
    case "settings":
      return "le réglage du site (observablehq.config.ts)";
    case "tools":
      return "la version d’un outil (package-lock.json)";
    case "styles":
      return "une feuille de style";
    case "names":
      return "la liste des pages";
    case "code":
      return "le code qui dessine les figures et finit les pages";
    default:
      return name;
  }
}
