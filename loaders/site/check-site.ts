/** One file of the built site, as text. */
export interface BuiltFile {
  path: string;
  text: string;
}

const rules: readonly {what: string; files: RegExp; pattern: RegExp; advice: string}[] = [
  {
    what: "no cell in error",
    files: /\.html$/,
    pattern: /class="[^"]*observablehq--error[^>]*>[^<]*/,
    advice: "Repair the cell that this page shows in red."
  },
  {
    what: "no import of a .ts file",
    files: /\.html$|\/_import\/.*\.js$/,
    pattern: /(?:from|import)\s*\(?\s*"\.{0,2}\/[^"]*\.ts"/,
    advice: "End the import in .js: a browser cannot load TypeScript."
  },
  {
    what: "no file of another host",
    files: /\.html$/,
    pattern:
      /<(?:script|img|iframe|audio|video|source|embed|object|link)\b[^>]*\s(?:src|href|srcset|data)="(?:https?:)?\/\/[^"]*"/,
    advice: "Bring the file into src and name it there."
  },
  {
    what: "no import from another host",
    files: /\.html$|\/_import\/.*\.js$/,
    pattern: /(?:\bfrom|\bimport)\s*\(?\s*["'](?:https?:)?\/\/[^"']*["']/,
    advice: 'Install the package and write "npm:name".'
  },
  {
    what: "no style from another host",
    files: /\.css$/,
    pattern: /url\(\s*["']?(?:https?:)?\/\/[^)]*\)/,
    advice: "Bring the font or image into src/theme."
  },
  {
    what: "no figure left empty",
    files: /\.html$/,
    pattern: /<figure\b[^>]*\sdata-figure="[^"]*"[^>]*>\s*<\/figure>/,
    advice: "See loaders/site/fill-figures.ts."
  }
];

/**
 * Looks for what must not be published.
 *
 * @returns One sentence per fault, naming the file and what stands there; empty when all is well.
 */
export function faultsOf(files: Iterable<BuiltFile>): string[] {
  const faults: string[] = [];
  for (const {path, text} of files)
    for (const {what, files: where, pattern, advice} of rules) {
      const found = where.test(path) ? pattern.exec(text)?.[0] : undefined;
      if (found) faults.push(`${path}: expected ${what}, got ${found.slice(0, 160)}. ${advice}`);
    }
  return faults;
}
