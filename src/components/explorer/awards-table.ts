import {awardAt, type AwardRow, type Awards, type NamedSupplier} from "../../lib/explore/awards.js";
import {divisionName} from "../../lib/explore/facets.js";
import type {Sort, SortKey} from "../../lib/explore/order.js";
import {formatCount, formatDate, formatEuros, formatSiren} from "../../lib/format.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {pageAddress, type Site} from "../site.js";

/** Awards on one page. */
export const pageSize = 25;

/** What the table needs around it. */
export interface AwardsTableOptions {
  document: Document;
  site: Site;
  sort: Sort;
  /** From 1. */
  page: number;
  /** Awards on all pages. */
  count: number;
  onSort: (sort: Sort) => void;
  onPage: (page: number) => void;
}

/** One page of awards; each leads to its contract's card, each supplier to its own. */
export function awardsTable(awards: Awards, rows: readonly number[], options: AwardsTableOptions): Element {
  const {document, sort, onSort} = options;
  const head = (words: string, key?: SortKey) => {
    if (!key) return element(document, "th", {scope: "col"}, words);
    const isSorted = sort.key === key;
    const button = element(
      document,
      "button",
      {type: "button"},
      words,
      isSorted ? (sort.isDescending ? " ↓" : " ↑") : null
    );
    button.addEventListener("click", () => onSort({key, isDescending: isSorted ? !sort.isDescending : true}));
    const order = isSorted ? (sort.isDescending ? "descending" : "ascending") : null;
    return element(
      document,
      "th",
      {scope: "col", "aria-sort": order, class: key === "montant" ? "number" : null},
      button
    );
  };
  return element(
    document,
    "div",
    {},
    element(
      document,
      "div",
      {class: "table-scroll", role: "region", tabindex: "0", "aria-label": "Attributions"},
      element(
        document,
        "table",
        {class: "awards"},
        element(
          document,
          "thead",
          {},
          element(
            document,
            "tr",
            {},
            head("Objet"),
            head("Titulaires"),
            head("Montant", "montant"),
            head("Notifié le", "date"),
            head("Procédure"),
            head("Division CPV")
          )
        ),
        element(document, "tbody", {}, ...rows.map((row) => line(awardAt(awards, row), options)))
      )
    ),
    pages(options)
  );
}

function line(award: AwardRow, {document, site}: AwardsTableOptions): Element {
  const {uid, object, suppliers, amountEur, notifiedOn, procedure, division} = award;
  const card = element(
    document,
    "a",
    {href: pageAddress(site, "marches/marche", {uid})},
    typeset(object ?? "Objet non publié")
  );
  const cell = (words: string, kind: string | null = null) => element(document, "td", {class: kind}, words);
  return element(
    document,
    "tr",
    {},
    element(document, "th", {scope: "row", class: "words"}, card),
    element(document, "td", {class: "words"}, ...suppliersOf(suppliers, document, site)),
    cell(amountEur === null ? "non retenu" : formatEuros(amountEur), "number"),
    cell(notifiedOn === null ? "sans date" : formatDate(notifiedOn)),
    cell(procedure ?? "non renseignée"),
    cell(division === null ? "non renseignée" : divisionName(division))
  );
}

const shownSuppliers = 3;

function suppliersOf(suppliers: readonly NamedSupplier[], document: Document, site: Site): (Node | string)[] {
  const links = suppliers
    .slice(0, shownSuppliers)
    .flatMap(({id, name}, i) => [
      ...(i > 0 ? [" ; "] : []),
      id === "inconnu"
        ? "titulaire inconnu"
        : element(document, "a", {href: pageAddress(site, "marches/fournisseur", {id})}, supplierLabel(id, name))
    ]);
  const more = suppliers.length - shownSuppliers;
  return more > 0 ? [...links, ` et ${formatCount(more)} ${more < 2 ? "autre" : "autres"}`] : links;
}

/** How a supplier is called: by its name, else by its identifier. */
export function supplierLabel(id: string, name: string | null): string {
  if (name !== null) return typeset(name);
  return /^\d{9}$/.test(id) ? `SIREN\u00a0${formatSiren(id)}` : typeset(id.replace(":", " : "));
}

function pages({document, page, count, onPage}: AwardsTableOptions): Element {
  const last = Math.max(1, Math.ceil(count / pageSize));
  const button = (words: string, target: number) => {
    const made = element(
      document,
      "button",
      {type: "button", class: "button", disabled: target < 1 || target > last ? "" : null},
      words
    );
    made.addEventListener("click", () => onPage(target));
    return made;
  };
  const first = (page - 1) * pageSize + 1;
  const range = `${formatCount(first)} à ${formatCount(Math.min(count, first + pageSize - 1))} sur ${formatCount(count)}`;
  return element(
    document,
    "nav",
    {class: "explorer-pages", "aria-label": "Pages des attributions"},
    button("Page précédente", page - 1),
    element(document, "span", {}, range),
    button("Page suivante", page + 1)
  );
}
