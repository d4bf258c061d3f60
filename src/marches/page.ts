import {typeset} from "../lib/typeset.js";

/** A page of Markdown: its name in the menu, its heading, its paragraphs in order, all typeset but figures. */
export function page(title: string, heading: string, paragraphs: readonly string[]): string {
  const set = (text: string) => (text.startsWith("<") ? text : typeset(text));
  return [`---\ntitle: ${title}\n---`, `# ${typeset(heading)}`, ...paragraphs.map(set)].join("\n\n");
}

/** The place of a figure in a page; `params` are its attributes: `{cpv: "45"}`. */
export function figureTag(id: string, params: Readonly<Record<string, string>> = {}): string {
  const attributes = Object.entries(params).map(([name, value]) => ` data-${name}="${value}"`);
  return `<figure data-figure="${id}"${attributes.join("")}></figure>`;
}
