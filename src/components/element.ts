type Child = Node | string | null | undefined;

/**
 * Makes an HTML element in any document (the browser's, or linkedom's at build).
 *
 * @param attributes Attributes as text; `null` leaves one out, `""` sets it empty.
 * @param children Nodes, or text; null and undefined are skipped.
 */
export function element(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  for (const child of children) {
    if (child === null || child === undefined) continue;
    made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
  return made;
}

/** A button that only works once the page is awake; hidden until then. */
export function button(document: Document, words: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  return element(document, "button", {type: "button", hidden: "", ...attributes}, words);
}
