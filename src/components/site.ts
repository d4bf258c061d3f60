/** Where a page's tools find the site and its data. */
export interface Site {
  /** Root of the site, with a slash at the end. */
  root: URL;
  /** `<site>/data/`. */
  data: URL;
}

/**
 * The address of another page, with `.html` where the host shows pages so: such a host may not guess it.
 *
 * @param path From the root, without an ending: `marches/fournisseur`.
 * @param params Written as the address's query.
 */
export function pageAddress({root}: Site, path: string, params: Readonly<Record<string, string>> = {}): string {
  const url = new URL(location.pathname.endsWith(".html") ? `${path}.html` : path, root);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}
