/** Where the findings browser finds the site and its data. */
export interface FindingsAddress {
  root: URL;
  data: URL;
}

/**
 * Opens the records that a rule touched when the address asks for it (`#regle=<rule>&page=<n>`), now or later. The
 * browser itself, and the tables, are only loaded then.
 *
 * @param host Holds the words that a reader without JavaScript sees; they are replaced.
 */
export function wireFindings(host: HTMLElement, address: FindingsAddress): void {
  const open = () => {
    if (!location.hash.startsWith("#regle=")) return;
    host.setAttribute("aria-busy", "true");
    void import("./findings-browser.js")
      .then(({showFindings}) => showFindings(host, location.hash, address))
      .catch((error) => {
        host.textContent = `Les enregistrements n’ont pas pu être lus : ${error instanceof Error ? error.message : error} Vérifiez votre connexion, puis rechargez la page.`;
      })
      .finally(() => host.removeAttribute("aria-busy"));
  };
  // A link of a figure names this page as a whole, for the pages that show the figure too: here it needs no journey.
  host.ownerDocument.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="#regle="]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (pageOf(link.pathname) !== pageOf(location.pathname)) return;
    event.preventDefault();
    if (location.hash === link.hash) open();
    else location.hash = link.hash;
  });
  addEventListener("hashchange", open);
  open();
}

function pageOf(path: string): string {
  return path.replace(/\.html$/, "");
}
