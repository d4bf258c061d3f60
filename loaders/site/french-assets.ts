/** English words that Framework writes into its own scripts and styles, with where they stand. */
const words: readonly {file: RegExp; pattern: RegExp; french: string; isSure: boolean}[] = [
  {file: /^_observablehq\/search\.\w+\.js$/, pattern: /no results/, french: "aucun résultat", isSure: true},
  {
    file: /^_observablehq\/search\.\w+\.js$/,
    pattern: /\$\{(\w+)\.length\.toLocaleString\("en-US"\)\} result\$\{\1\.length===1\?"":"s"\}/,
    french: '${$1.length.toLocaleString("fr-FR")} résultat${$1.length<2?"":"s"}',
    isSure: true
  },
  {file: /\.css$/, pattern: /content:\s*"Previous page"/g, french: 'content:"Page précédente"', isSure: false},
  {file: /\.css$/, pattern: /content:\s*"Next page"/g, french: 'content:"Page suivante"', isSure: false},
  {file: /\.css$/, pattern: /content:\s*"Copied!"/g, french: 'content:"Copié"', isSure: false}
];

/**
 * Puts French words in the place of Framework's, in a script or style of the built site.
 *
 * @param path From the root of the site.
 * @throws {Error} When Framework's search no longer holds its English words where they are expected.
 */
export function translateAsset(text: string, path: string): string {
  return words.reduce((result, {file, pattern, french, isSure}) => {
    if (!file.test(path)) return result;
    if (isSure && result.search(pattern) < 0)
      throw new Error(`${path}: expected ${pattern} as Framework 1.13.4 writes it, found none. See french-assets.ts.`);
    return result.replace(pattern, french);
  }, text);
}
