import {
  listedColumns,
  listSuppliers,
  searchSuppliers,
  supplierTable,
  type ListedSupplier
} from "../figures/supplier-table.js";
import {formatCount} from "../lib/format.js";
import {rowsOf} from "../lib/rows.js";
import {typeset} from "../lib/typeset.js";
import {element} from "./element.js";
import {table} from "./table.js";

/** Suppliers shown at once. */
export const suppliersShown = 50;

/** Where the search finds the site and its data. */
export interface SearchAddress {
  root: URL;
  data: URL;
}

/**
 * Puts a search above the list of suppliers. It looks through all of them, not only those that the page holds; the table
 * is read at the first letter typed, and the words stand in the address (`?cherche=…`).
 *
 * @param host Holds the first suppliers as a table, for a reader without JavaScript too.
 */
export function wireSupplierSearch(host: HTMLElement, {root, data}: SearchAddress): void {
  const {ownerDocument: document} = host;
  const first = [...host.childNodes];
  const input = element(document, "input", {
    type: "search",
    placeholder: "Nom, SIREN ou commune",
    autocomplete: "off"
  }) as HTMLInputElement;
  const status = element(document, "p", {class: "switch-status", role: "status"});
  const results = element(document, "div", {class: "supplier-results"});
  results.append(...first);
  host.replaceChildren(
    element(document, "label", {class: "supplier-search"}, "Chercher un titulaire ", input),
    status,
    results
  );
  let reading: Promise<ListedSupplier[]> | undefined;
  const show = async () => {
    const words = input.value.trim();
    keep(words);
    if (words === "") {
      status.textContent = "";
      results.replaceChildren(...first);
      return;
    }
    status.textContent = reading ? status.textContent : "Lecture de la table…";
    reading ??= readSuppliers(data);
    try {
      const found = searchSuppliers(await reading, words);
      if (input.value.trim() !== words) return;
      status.textContent = typeset(countInWords(found.length));
      results.replaceChildren(
        ...(found.length === 0
          ? []
          : [
              table(supplierTable(found.slice(0, suppliersShown)), {
                document,
                root: root.href,
                label: "Titulaires trouvés"
              })
            ])
      );
    } catch (error) {
      reading = undefined;
      status.textContent = `La table n’a pas pu être lue : ${error instanceof Error ? error.message : error} Vérifiez votre connexion, puis tapez encore.`;
    }
  };
  input.addEventListener("input", () => void show());
  input.value = new URLSearchParams(location.search).get("cherche") ?? "";
  if (input.value) void show();
}

async function readSuppliers(data: URL): Promise<ListedSupplier[]> {
  const {readArrow} = await import("./marts.js");
  return listSuppliers(rowsOf("supplier", await readArrow("supplier", data), listedColumns));
}

function countInWords(count: number): string {
  if (count === 0) return "Aucun titulaire trouvé. Essayez moins de lettres, ou le SIREN.";
  if (count === 1) return "Un titulaire trouvé.";
  return `${formatCount(count)} titulaires trouvés${count > suppliersShown ? `, les ${suppliersShown} plus gros montants ici` : ""}.`;
}

function keep(words: string): void {
  const address = new URL(location.href);
  if (words === "") address.searchParams.delete("cherche");
  else address.searchParams.set("cherche", words);
  history.replaceState(history.state, "", address);
}
