import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {pageAddress, type Site} from "../site.js";

/** What every part of a card needs around it. */
export interface CardContext {
  document: Document;
  site: Site;
}

/** What stands in a cell: text gets French spaces. */
export type Content = Node | string;

/** A link to another page of the site. */
export function pageLink(
  {document, site}: CardContext,
  words: string,
  path: string,
  params?: Record<string, string>
): Element {
  return element(document, "a", {href: pageAddress(site, path, params)}, typeset(words));
}

/** What a page says of something that the data do not have. */
export function nothingFound(
  context: CardContext,
  {title, advice}: {title: string; advice: readonly Content[]}
): Element {
  const {document} = context;
  return element(
    document,
    "div",
    {class: "notice", role: "alert"},
    element(document, "h2", {}, typeset(title)),
    element(document, "p", {}, ...advice.map((part) => (typeof part === "string" ? typeset(part) : part)))
  );
}

/** What a supplier's or a contract's page says when its address names none. */
export function nothingAsked(what: "supplier" | "contract", context: CardContext): Element {
  const [title, key] = what === "supplier" ? ["Quel titulaire ?", "SIREN"] : ["Quel marché ?", "identifiant"];
  return nothingFound(context, {
    title,
    advice: [
      `L'adresse de cette page dit lequel, par son ${key}. Choisissez-le dans `,
      pageLink(context, "l’explorateur", "marches/explorer"),
      "."
    ]
  });
}
