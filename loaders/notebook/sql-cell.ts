/** An SQL query that is a whole cell. */
export interface SqlCell {
  /** The name of its result; null when it is only shown. */
  name: string | null;
  text: string;
  /** Whether the named result is shown too. */
  isShown: boolean;
}

const named = /^const ([A-Za-z_]\w*) = await sql`\n([^`\\]*)\n`;(?:\n(\1))?$/;
const unnamed = /^await sql`\n([^`\\]*)\n`$/;
const magic = /^%%sql(?:[ \t]+([A-Za-z_]\w*))?[ \t]*\n([\s\S]*)$/;

/** The query of a cell that holds nothing else, written in TypeScript or after `%%sql name`; null for any other cell. */
export function sqlOf(source: string): SqlCell | null {
  const [, name, text, shown] = named.exec(source) ?? [];
  if (name !== undefined && text !== undefined) return {name, text, isShown: shown !== undefined};
  const alone = unnamed.exec(source)?.[1];
  if (alone !== undefined) return {name: null, text: alone, isShown: true};
  const [, result = null, query] = magic.exec(source) ?? [];
  return query === undefined ? null : {name: result, text: query, isShown: result === null};
}

/** The query as TypeScript, which the kernel runs; `${…}` stay bound values. */
export function typescriptOf({name, text, isShown}: SqlCell): string {
  const tagged = `await sql\`\n${text.replace(/[`\\]/g, "\\$&")}\n\``;
  return name === null ? tagged : `const ${name} = ${tagged};${isShown ? `\n${name}` : ""}`;
}
