/** The notebooks of `src/notebooks` that the site shows, in the order of its list: the others stay with who writes them. */
export const publishedNotebooks: readonly string[] = [
  "premiere-exploration",
  "diversite-des-fournisseurs",
  "qualite-des-decp",
  "trajectoire-climat",
  "creer-un-indicateur"
];
